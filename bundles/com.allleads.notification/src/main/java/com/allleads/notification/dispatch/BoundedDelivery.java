package com.allleads.notification.dispatch;

import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.allleads.spi.channel.MessageChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls channels on threads of its own, so that a channel that breaks its contract and never returns holds up nobody else.
 */
final class BoundedDelivery implements AutoCloseable {

    /** What a channel promises. */
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** As many calls may be stuck before no more are made. */
    private static final int MOST = 128;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Duration longest;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "notification-delivery");
                thread.setDaemon(true);
                return thread;
            });

    BoundedDelivery(Duration longest) {
        this.longest = longest;
    }

    /** Hands a message on; whatever goes wrong in the channel, the message is to be sent again. */
    Delivery deliver(MessageChannel channel, ChannelMessage message) {
        Future<Delivery> delivery;
        try {
            delivery = threads.submit(() -> channel.deliver(message));
        } catch (RejectedExecutionException e) {
            return new Delivery.Later("the channel does not return from earlier messages", PAUSE);
        }
        try {
            Delivery answer = delivery.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return answer != null ? answer : new Delivery.Later("the channel answered nothing", PAUSE);
        } catch (TimeoutException e) {
            delivery.cancel(true);
            return new Delivery.Later("the channel did not return in time", PAUSE);
        } catch (InterruptedException e) {
            delivery.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Later("the platform stopped", Duration.ZERO);
        } catch (ExecutionException e) {
            // Not its message, which might quote the address.
            return new Delivery.Later(
                    "the channel failed: " + e.getCause().getClass().getName(), PAUSE);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
