package com.allleads.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.mail.internet.MimeMessage;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SmtpChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final List<AutoCloseable> open = new ArrayList<>();

    @Before
    public void listen() {
        server.start();
    }

    @After
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        server.stop();
    }

    @Test
    public void sendsAMailThatArrivesAsItWasMeant() throws Exception {
        Delivery delivery = toServer().deliver(message("abc", "Grüße!\n\nYour PIN:\n\n    012345\n"));

        assertThat(delivery).isEqualTo(new Delivery.Accepted("abc"));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@mail.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Site <site@shop.example>");
        assertThat(mail.getSubject()).isEqualTo("Willkommen, schön");
        assertThat(mail.getMessageID()).isEqualTo("<abc@shop.example>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://shop.example/u>");
        assertThat(mail.getContent().toString()).contains("Grüße!");
        assertThat(GreenMailUtil.getBody(mail)).contains("    012345");
    }

    @Test
    public void sendsHtmlAsAnAlternative() {
        toServer()
                .deliver(new ChannelMessage(
                        "abc", "ada@mail.example", "Hi", "as text", Optional.of("<p>as html"), Map.of()));

        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("as text", "<p>as html");
    }

    @Test
    public void signsInWhereTheServerAsksForIt() {
        server.setUser("site@shop.example", "site", "secret");

        assertThat(channel(server.getSmtp().getPort(), "site", "secret").deliver(message("a", "text")))
                .isInstanceOf(Delivery.Accepted.class);
        Delivery refused = channel(server.getSmtp().getPort(), "site", "wrong").deliver(message("b", "text"));
        assertThat(refused).isInstanceOf(Delivery.Later.class);
        assertThat(refused.toString()).contains("sign in").doesNotContain("wrong");
    }

    @Test
    public void sendsNothingInClearWhereEncryptionIsConfigured() {
        SmtpConfiguration encrypted = new TestSettings() {
            @Override
            public int port() {
                return server.getSmtp().getPort();
            }

            @Override
            public String security() {
                return "starttls";
            }
        };

        assertThat(channel(encrypted, PATIENCE).deliver(message("abc", "text"))).isInstanceOf(Delivery.Later.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    public void usesAnOpenConnectionAgain() throws Exception {
        ScriptedServer scripted = scripted(Map.of());
        SmtpChannel channel = channel(scripted.port(), "", "");

        for (int i = 0; i < 5; i++) {
            assertThat(channel.deliver(message("id" + i, "text"))).isInstanceOf(Delivery.Accepted.class);
        }

        assertThat(scripted.conversations()).isEqualTo(1);
    }

    @Test
    public void opensNoMoreConnectionsThanConfigured() throws Exception {
        ScriptedServer scripted = scripted(Map.of());
        SmtpChannel channel = channel(scripted.port(), "", "");
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Future<Delivery>> deliveries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "id" + i;
            deliveries.add(senders.submit(() -> channel.deliver(message(id, "text"))));
        }

        for (Future<Delivery> delivery : deliveries) {
            assertThat(delivery.get()).isInstanceOf(Delivery.Accepted.class);
        }
        senders.shutdown();
        assertThat(scripted.conversations()).isLessThanOrEqualTo(new TestSettings().connections());
    }

    @Test
    public void connectsAnewAfterTheServerHungUp() throws Exception {
        ScriptedServer scripted = scripted(Map.of());
        SmtpChannel channel = channel(scripted.port(), "", "");
        assertThat(channel.deliver(message("a", "text"))).isInstanceOf(Delivery.Accepted.class);

        scripted.hangUp();

        assertThat(channel.deliver(message("b", "text"))).isInstanceOf(Delivery.Later.class);
        assertThat(channel.deliver(message("b", "text"))).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    public void rejectsWhatTheServerRefusesForGoodWithoutItsWords() throws Exception {
        ScriptedServer scripted = scripted(Map.of("RCPT", "550 5.1.1 <ada@mail.example> does not live here"));

        assertThat(channel(scripted.port(), "", "").deliver(message("abc", "text")))
                .isEqualTo(new Delivery.Rejected("the server answered 550"));
    }

    @Test
    public void rejectsATextThatTheServerRefuses() throws Exception {
        ScriptedServer scripted = scripted(Map.of(".", "554 5.7.1 spam"));

        assertThat(channel(scripted.port(), "", "").deliver(message("abc", "text")))
                .isEqualTo(new Delivery.Rejected("the server answered 554"));
    }

    @Test
    public void triesAgainWhatTheServerRefusesForNow() throws Exception {
        for (String step : List.of("MAIL", "RCPT", "DATA", ".")) {
            ScriptedServer scripted = scripted(Map.of(step, "451 4.3.0 not now"));

            Delivery delivery = channel(scripted.port(), "", "").deliver(message("abc", "text"));

            assertThat(delivery).as(step).isInstanceOf(Delivery.Later.class);
            assertThat(((Delivery.Later) delivery).reason()).as(step).isEqualTo("the server answered 451");
        }
    }

    @Test
    public void waitsForAHandWhereTheServerWantsASignIn() throws Exception {
        ScriptedServer scripted = scripted(Map.of("MAIL", "530 5.7.0 authentication required"));

        assertThat(channel(scripted.port(), "", "").deliver(message("abc", "text")))
                .isInstanceOf(Delivery.Later.class);
    }

    @Test
    public void givesUpOnASilentServerInTime() throws Exception {
        ScriptedServer scripted = scripted(Map.of("DATA", ScriptedServer.SILENCE));
        SmtpConfiguration silent = new TestSettings() {
            @Override
            public int port() {
                return scripted.port();
            }
        };
        long begin = System.nanoTime();

        assertThat(channel(silent, Duration.ofMillis(500)).deliver(message("abc", "text")))
                .isInstanceOf(Delivery.Later.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    public void triesAgainWhereNobodyAnswers() throws Exception {
        int port;
        try (ScriptedServer gone = new ScriptedServer(Map.of())) {
            port = gone.port();
        }

        assertThat(channel(port, "", "").deliver(message("abc", "text"))).isInstanceOf(Delivery.Later.class);
    }

    @Test
    public void rejectsWhatIsNoAddressWithoutRepeatingIt() {
        Delivery delivery =
                toServer().deliver(new ChannelMessage("abc", "no address", "Hi", "text", Optional.empty(), Map.of()));

        assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
        assertThat(delivery.toString()).doesNotContain("no address");
    }

    @Test
    public void takesNothingMoreAfterItsEnd() {
        SmtpChannel channel = toServer();
        channel.close();

        assertThat(channel.deliver(message("abc", "text"))).isInstanceOf(Delivery.Later.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private SmtpChannel toServer() {
        return channel(server.getSmtp().getPort(), "", "");
    }

    private SmtpChannel channel(int port, String user, String password) {
        return channel(
                new TestSettings() {
                    @Override
                    public int port() {
                        return port;
                    }

                    @Override
                    public String _user() {
                        return user;
                    }

                    @Override
                    public String _password() {
                        return password;
                    }
                },
                PATIENCE);
    }

    private SmtpChannel channel(SmtpConfiguration configuration, Duration patience) {
        SmtpChannel channel = new SmtpChannel(SmtpSettings.of(configuration), patience);
        open.add(channel);
        return channel;
    }

    private ScriptedServer scripted(Map<String, String> answers) throws Exception {
        ScriptedServer scripted = new ScriptedServer(answers);
        open.add(scripted);
        return scripted;
    }

    private static ChannelMessage message(String id, String text) {
        return new ChannelMessage(
                id,
                "ada@mail.example",
                "Willkommen, schön",
                text,
                Optional.empty(),
                Map.of("List-Unsubscribe", "<https://shop.example/u>"));
    }
}
