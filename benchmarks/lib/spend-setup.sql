-- The reference for spends on PostgreSQL: ten thousand balances, and for each spend a transaction with two entries that sum
-- to zero. It writes no less than a prepaid ledger has to, and nothing that proves anything.
DROP TABLE IF EXISTS plain_wallet, plain_tx, plain_entry;
CREATE TABLE plain_wallet (
  id int PRIMARY KEY,
  balance bigint NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE plain_tx (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wallet int NOT NULL,
  amount bigint NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE TABLE plain_entry (
  tx bigint NOT NULL,
  leg smallint NOT NULL,
  account int NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (tx, leg)
);
INSERT INTO plain_wallet SELECT number, 1000000000, 0 FROM generate_series(0, 9999) number;
VACUUM ANALYZE plain_wallet;
