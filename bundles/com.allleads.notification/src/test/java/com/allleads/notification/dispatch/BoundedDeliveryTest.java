package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;

public final class BoundedDeliveryTest {

    private static final ChannelMessage MESSAGE =
            new ChannelMessage("id", "ada@mail.example", "Hello", "Text", Optional.empty(), Map.of());

    private final BoundedDelivery delivery = new BoundedDelivery(Duration.ofMillis(100));
    private final RecordingChannel channel = RecordingChannel.inside();
    private final CountDownLatch release = new CountDownLatch(1);

    @After
    public void close() {
        release.countDown();
        delivery.close();
    }

    @Test
    public void passesOnWhatTheChannelAnswers() {
        assertThat(delivery.deliver(channel, MESSAGE)).isEqualTo(new Delivery.Accepted("id"));
    }

    @Test
    public void doesNotWaitForAChannelThatNeverReturns() {
        channel.answer = message -> {
            waitWhateverComes();
            return new Delivery.Accepted("too late");
        };

        assertThat(reason(delivery.deliver(channel, MESSAGE))).isEqualTo("the channel did not return in time");
        channel.answer = message -> new Delivery.Accepted("in time");
        assertThat(delivery.deliver(channel, MESSAGE)).isEqualTo(new Delivery.Accepted("in time"));
    }

    @Test
    public void survivesChannelsThatFailOrAnswerNothing() {
        channel.answer = message -> null;
        assertThat(reason(delivery.deliver(channel, MESSAGE))).isEqualTo("the channel answered nothing");

        channel.answer = message -> {
            throw new NoClassDefFoundError(message.to());
        };
        assertThat(reason(delivery.deliver(channel, MESSAGE)))
                .isEqualTo("the channel failed: java.lang.NoClassDefFoundError");
    }

    private void waitWhateverComes() {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException ignored) {
                // As a channel does that breaks its contract.
            }
        }
    }

    private static String reason(Delivery delivery) {
        return ((Delivery.Later) delivery).reason();
    }
}
