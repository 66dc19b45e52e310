package com.allleads.channel.maildir;

import com.allleads.spi.channel.ChannelMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimePart;

/** Gives a message the form of a mail (RFC 5322). */
final class Letter {

    private static final Session SESSION = Session.getInstance(new Properties());

    private Letter() {}

    /**
     * The mail as it stands in a file. Text is UTF-8 and not encoded any further, so that it can be read and searched with
     * any tool; nothing here passes a server that would need it otherwise.
     *
     * @throws MessagingException where the message has no form as a mail, as with a malformed address
     */
    static byte[] of(ChannelMessage message, InternetAddress from) throws MessagingException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The mail library finds its content handlers by way of the context class loader.
        thread.setContextClassLoader(MimeMessage.class.getClassLoader());
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail(message, from).writeTo(bytes);
            return bytes.toByteArray();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static MimeMessage mail(ChannelMessage message, InternetAddress from) throws MessagingException {
        String id = "<" + message.id() + "@" + domain(from) + ">";
        MimeMessage mail = new MimeMessage(SESSION) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(Instant.now()));
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            mail.setHeader(header.getKey(), header.getValue());
        }
        if (message.html().isPresent()) {
            MimeMultipart alternatives = new MimeMultipart("alternative");
            alternatives.addBodyPart(text(new MimeBodyPart(), message.text(), "plain"));
            alternatives.addBodyPart(text(new MimeBodyPart(), message.html().get(), "html"));
            mail.setContent(alternatives);
        } else {
            text(mail, message.text(), "plain");
        }
        mail.saveChanges();
        return mail;
    }

    private static <P extends MimePart> P text(P part, String text, String subtype) throws MessagingException {
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "8bit");
        return part;
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}
