package com.allleads.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

public class CallbacksTest {

    @Rule
    public final Timeout timeout = Timeout.seconds(60);

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private final List<CallbackMessage> arrived = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    private HttpServer platform;
    private Path folder;
    private SandboxProcessor sandbox;

    @Before
    public void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/callbacks", this::arrive);
        platform.start();
        folder = instance.getRoot().toPath().resolve("sandbox");
        sandbox = new SandboxProcessor(folder);
    }

    @After
    public void stop() throws IOException {
        sandbox.leave();
        platform.stop(0);
    }

    @Test
    public void settlesAPendingChargeAndTellsItSigned() throws Exception {
        assertThat(charge("k1")).isInstanceOf(ChargeOutcome.Pending.class);
        assertThat(sandbox.lookup("k1"))
                .isInstanceOfSatisfying(LookupOutcome.Found.class, found -> assertThat(found.outcome())
                        .isInstanceOf(ChargeOutcome.Pending.class));
        awaitArrived(1);
        assertThat(sandbox.readCallback(arrived.get(0))).singleElement().satisfies(news -> {
            assertThat(news.key()).isEqualTo("k1");
            assertThat(new LookupOutcome.Found(news.outcome())).isEqualTo(sandbox.lookup("k1"));
        });
        assertThat(Files.readAllLines(folder.resolve("charges.jsonl"))).hasSize(1);
    }

    @Test
    public void tellsAgainUntilThePlatformTakesNotice() {
        status = 503;
        charge("k1");
        awaitArrived(2);
        status = 204;
        int before = arrived.size();
        await().atMost(15, TimeUnit.SECONDS).until(() -> arrived.size() > before);
        await().atMost(5, TimeUnit.SECONDS)
                .until(() -> Files.readString(folder.resolve("notes.jsonl")).contains("TOLD"));
    }

    @Test
    public void settlesAfterARestartWhatWasPendingBefore() throws IOException {
        charge("k1");
        sandbox.leave();
        assertThat(Files.readAllLines(folder.resolve("charges.jsonl"))).isEmpty();
        sandbox = new SandboxProcessor(folder);
        awaitArrived(1);
        assertThat(Files.readAllLines(folder.resolve("charges.jsonl"))).hasSize(1);
    }

    @Test
    public void takesBackWhatIsLeftOfADisputedChargeAndTellsIt() throws Exception {
        assertThat(chargeWith("tok_charged_back", "k1")).isInstanceOf(ChargeOutcome.Settled.class);
        sandbox.refund(new RefundRequest("r1", "k1", Money.parse("USD 2.00")));

        awaitArrived(1);

        assertThat(sandbox.readCallback(arrived.get(0))).singleElement().satisfies(news -> assertThat(news.outcome())
                .isInstanceOfSatisfying(ChargeOutcome.ChargedBack.class, back -> assertThat(back.total())
                        .isEqualTo(Money.parse("USD 3.00"))));
        assertThat(sandbox.refund(new RefundRequest("r2", "k1", Money.parse("USD 0.01"))))
                .isInstanceOf(RefundOutcome.Refused.class);
        assertThat(Files.readAllLines(folder.resolve("chargebacks.jsonl"))).hasSize(1);
    }

    @Test
    public void believesNoForgedCallback() throws Exception {
        charge("k1");
        awaitArrived(1);
        CallbackMessage genuine = arrived.get(0);
        byte[] changed = new String(genuine.body(), StandardCharsets.UTF_8)
                .replace("k1", "k2")
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(new CallbackMessage(genuine.headers(), changed));
        assertRefused(new CallbackMessage(Map.of(), genuine.body()));
        assertRefused(new CallbackMessage(Map.of(CallbackSignature.HEADER, List.of("")), genuine.body()));
        SandboxProcessor other = new SandboxProcessor(instance.newFolder().toPath());
        try {
            assertThatThrownBy(() -> other.readCallback(genuine)).isInstanceOf(InvalidCallbackException.class);
        } finally {
            other.leave();
        }
    }

    @Test
    public void keepsItsSecretToItself() throws IOException {
        Path secret = folder.resolve("callback.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        byte[] before = Files.readAllBytes(secret);
        sandbox.leave();
        sandbox = new SandboxProcessor(folder);
        assertThat(Files.readAllBytes(secret)).isEqualTo(before);
    }

    private void assertRefused(CallbackMessage message) {
        assertThatThrownBy(() -> sandbox.readCallback(message)).isInstanceOf(InvalidCallbackException.class);
    }

    private void awaitArrived(int count) {
        await().atMost(15, TimeUnit.SECONDS).until(() -> arrived.size() >= count);
    }

    private ChargeOutcome charge(String key) {
        return chargeWith("tok_pending", key);
    }

    private ChargeOutcome chargeWith(String token, String key) {
        URI callback = URI.create("http://127.0.0.1:" + platform.getAddress().getPort() + "/callbacks");
        return sandbox.charge(new ChargeRequest(key, token, Money.parse("USD 5.00"), callback));
    }

    private void arrive(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        arrived.add(new CallbackMessage(headers, exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
