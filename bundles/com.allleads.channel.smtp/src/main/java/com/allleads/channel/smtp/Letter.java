package com.allleads.channel.smtp;

import com.allleads.spi.channel.ChannelMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimePart;

/** A message as a mail (RFC 5322) that every server passes on unharmed. It keeps its id whenever it is sent again. */
final class Letter extends MimeMessage {

    private final String id;

    private Letter(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * The mail.
     *
     * @throws MessagingException where the message has no form as a mail, as with a malformed address
     */
    static Letter of(ChannelMessage message, SmtpSettings settings, Session session) throws MessagingException {
        Letter mail = new Letter(session, "<" + message.id() + "@" + settings.domain() + ">");
        mail.setFrom(settings.from());
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

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static <P extends MimePart> P text(P part, String text, String subtype) throws MessagingException {
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
