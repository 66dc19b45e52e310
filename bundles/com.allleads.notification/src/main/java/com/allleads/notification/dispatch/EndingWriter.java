package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.store.Batch;
import com.allleads.notification.dispatch.Outcome.Grounds;
import com.allleads.notification.dispatch.Outcome.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes many endings at once. An ending whose claim was lost, as its lease was over and another node took the message, writes
 * nothing.
 */
final class EndingWriter implements Batch<Ending, Boolean> {

    private static final String UPDATE = "UPDATE notification_message SET state = ?, attempts = ?, next_attempt = ?,"
            + " ended_at = ?, reason = ?, message_class = ?, channel = ?, receipt = ?, grounded_at = ?, claim = NULL";
    private static final String FORGET = ", sealed_values = NULL";
    private static final String WHERE = " WHERE id = ? AND claim = ?";

    @Override
    public List<Boolean> write(Connection connection, List<Ending> endings) throws SQLException {
        List<Boolean> written = new ArrayList<>();
        try (PreparedStatement keep = connection.prepareStatement(UPDATE + WHERE);
                PreparedStatement forget = connection.prepareStatement(UPDATE + FORGET + WHERE)) {
            for (Ending ending : endings) {
                PreparedStatement update = ending.forgetsValues() ? forget : keep;
                bind(update, ending);
                written.add(update.executeUpdate() == 1);
            }
        }
        return written;
    }

    private static void bind(PreparedStatement update, Ending ending) throws SQLException {
        update.setString(1, ending.state().name());
        update.setInt(2, ending.attempts());
        time(update, 3, ending.nextAttempt());
        time(update, 4, ending.endedAt());
        text(update, 5, ending.reason());
        text(update, 6, ending.messageClass().map(MessageClass::name));
        text(update, 7, ending.sent().map(Sent::channel));
        text(update, 8, ending.grounds().map(Grounds::receipt));
        time(update, 9, ending.grounds().map(Grounds::askedAt));
        update.setLong(10, ending.message().id());
        update.setString(11, ending.message().claim());
    }

    private static void text(PreparedStatement update, int index, Optional<String> text) throws SQLException {
        update.setString(index, text.orElse(null));
    }

    private static void time(PreparedStatement update, int index, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            update.setLong(index, time.get().toEpochMilli());
        } else {
            update.setNull(index, Types.BIGINT);
        }
    }
}
