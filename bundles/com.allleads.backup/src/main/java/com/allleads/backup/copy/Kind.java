package com.allleads.backup.copy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;

/** What values of a column are: how they are read, written into a backup, and read from it again. */
public enum Kind {
    TEXT {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            String value = row.getString(place);
            bytes(out, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            byte[] bytes = bytes(in);
            insert.setString(place, bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
        }
    },
    NUMBER {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            long value = row.getLong(place);
            out.writeBoolean(!row.wasNull());
            if (!row.wasNull()) {
                out.writeLong(value);
            }
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            if (in.readBoolean()) {
                insert.setLong(place, in.readLong());
            } else {
                insert.setNull(place, Types.BIGINT);
            }
        }
    },
    YES_OR_NO {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            boolean value = row.getBoolean(place);
            out.writeBoolean(!row.wasNull());
            if (!row.wasNull()) {
                out.writeBoolean(value);
            }
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            if (in.readBoolean()) {
                insert.setBoolean(place, in.readBoolean());
            } else {
                insert.setNull(place, Types.BOOLEAN);
            }
        }
    },
    BYTES {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            bytes(out, row.getBytes(place));
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            insert.setBytes(place, bytes(in));
        }
    },
    DECIMAL {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            BigDecimal value = row.getBigDecimal(place);
            bytes(
                    out,
                    value == null
                            ? null
                            : value.stripTrailingZeros().toPlainString().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            byte[] bytes = bytes(in);
            insert.setBigDecimal(
                    place, bytes == null ? null : new BigDecimal(new String(bytes, StandardCharsets.US_ASCII)));
        }
    },
    TIME {
        @Override
        void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException {
            Timestamp value = row.getTimestamp(place);
            bytes(out, value == null ? null : value.toString().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException {
            byte[] bytes = bytes(in);
            insert.setTimestamp(
                    place, bytes == null ? null : Timestamp.valueOf(new String(bytes, StandardCharsets.US_ASCII)));
        }
    };

    private static final int ABSENT = -1;

    /** A value is never longer, whatever a damaged file says. */
    private static final int LONGEST = 1 << 28;

    /** The kind of what JDBC calls so. */
    static Kind of(int type, String column) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
            case Types.BOOLEAN, Types.BIT -> YES_OR_NO;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.TIMESTAMP -> TIME;
            default ->
                throw new IllegalStateException("column " + column + " has a type that no backup can hold: " + type);
        };
    }

    abstract void write(DataOutputStream out, ResultSet row, int place) throws SQLException, IOException;

    abstract void read(DataInputStream in, PreparedStatement insert, int place) throws SQLException, IOException;

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value == null ? ABSENT : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("a value of a length that no value has");
        }
        byte[] value = new byte[length];
        in.readFully(value);
        return value;
    }
}
