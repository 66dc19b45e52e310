package com.allleads.channel.smtp;

import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.spi.party.PartyDeclaration;
import com.sun.mail.smtp.SMTPTransport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;

/**
 * Sends mail through one server. Conversations have threads of their own, so that a server that answers each step just in
 * time cannot hold up the caller for longer than allowed.
 */
final class SmtpChannel implements MessageChannel, AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final SmtpSettings settings;
    private final Duration patience;
    private final Session session;
    private final Connections connections;
    private final ScheduledThreadPoolExecutor conversations;

    /**
     * @param settings the server
     * @param patience how long a delivery may take
     */
    @SuppressWarnings("FutureReturnValueIgnored") // closing notes what fails in it
    SmtpChannel(SmtpSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.session = Session.getInstance(settings.forMail());
        this.connections = new Connections(settings, session);
        AtomicInteger number = new AtomicInteger();
        this.conversations = new ScheduledThreadPoolExecutor(settings.connections(), work -> {
            Thread thread = new Thread(work, "smtp-" + number.incrementAndGet());
            thread.setDaemon(true);
            // The mail library finds its content handlers by way of the context class loader.
            thread.setContextClassLoader(MimeMessage.class.getClassLoader());
            return thread;
        });
        conversations.setRemoveOnCancelPolicy(true);
        conversations.scheduleWithFixedDelay(connections::closeIdle, 10, 10, TimeUnit.SECONDS);
    }

    @Override
    public PartyDeclaration declaration() {
        return settings.declaration();
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Delivery deliver(ChannelMessage message) {
        Future<Delivery> conversation;
        try {
            conversation = conversations.submit(() -> converse(message));
        } catch (RejectedExecutionException e) {
            return new Delivery.Later("the channel is being stopped", SOON);
        }
        try {
            return conversation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            conversation.cancel(true);
            return new Delivery.Later("the server took too long", SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            conversation.cancel(true);
            return new Delivery.Later("the delivery was interrupted", SOON);
        } catch (ExecutionException e) {
            return new Delivery.Later(
                    "the delivery failed: " + e.getCause().getClass().getSimpleName(), SOON);
        }
    }

    /** Ends the conversations under way; what was not accepted is sent again. */
    @Override
    public void close() {
        conversations.shutdownNow();
        connections.close();
    }

    private Delivery converse(ChannelMessage message) {
        Letter letter;
        try {
            letter = Letter.of(message, settings, session);
        } catch (MessagingException e) {
            return new Delivery.Rejected("the address or the text has no form as a mail");
        }
        SMTPTransport transport;
        try {
            transport = connections.take();
        } catch (MessagingException e) {
            return Refusal.meaning(e);
        }
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            connections.giveBack(transport);
            return new Delivery.Accepted(message.id());
        } catch (MessagingException e) {
            // Where exactly the conversation broke off is not known; the next message begins a new one.
            Connections.quit(transport);
            return Refusal.meaning(e);
        }
    }
}
