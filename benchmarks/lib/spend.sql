\set wallet random(0, 9999)
BEGIN;
UPDATE plain_wallet SET balance = balance - 1, version = version + 1 WHERE id = :wallet AND balance >= 1;
INSERT INTO plain_tx (wallet, amount, made_at) VALUES (:wallet, 1, now()) RETURNING id AS tx \gset
INSERT INTO plain_entry VALUES (:tx, 0, :wallet, -1);
INSERT INTO plain_entry VALUES (:tx, 1, -1, 1);
COMMIT;
