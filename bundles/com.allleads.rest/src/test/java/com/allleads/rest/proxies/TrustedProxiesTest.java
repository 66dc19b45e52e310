package com.allleads.rest.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

/** Proxies are believed where they are trusted. */
public class TrustedProxiesTest {

    private static final TrustedProxies USUAL = proxies("10.0.0.0/8, 2001:db8::/32", "x-forwarded");
    private static final TrustedProxies STANDARD = proxies("10.0.0.1", "forwarded");

    @Test
    public void believesNobodyUnlessConfigured() {
        assertThat(proxies("", "x-forwarded").isEmpty()).isTrue();
    }

    @Test
    public void doesNotBelieveStrangers() {
        HttpServletRequest request = request("192.0.2.1", Map.of("X-Forwarded-For", List.of("198.51.100.7")));

        assertThat(USUAL.unwrap(request)).isSameAs(request);
    }

    @Test
    public void showsTheRequestAsTheClientMadeIt() {
        HttpServletRequest request = USUAL.unwrap(request(
                "10.1.2.3",
                Map.of(
                        "X-Forwarded-For", List.of("198.51.100.7"),
                        "X-Forwarded-Proto", List.of("https"),
                        "X-Forwarded-Host", List.of("shop.example"))));

        assertThat(request.getRemoteAddr()).isEqualTo("198.51.100.7");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getScheme()).isEqualTo("https");
        assertThat(request.getServerName()).isEqualTo("shop.example");
        assertThat(request.getServerPort()).isEqualTo(443);
        assertThat(request.getHeader("host")).isEqualTo("shop.example");
        assertThat(request.getRequestURL()).hasToString("https://shop.example/api/v1/ready");
    }

    @Test
    public void takesNoClientsWordForItsAddress() {
        assertThat(addressOf("10.0.0.1", "1.2.3.4, 198.51.100.7, 10.9.9.9")).isEqualTo("198.51.100.7");
        assertThat(addressOf("10.0.0.1", "1.2.3.4", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(addressOf("2001:db8::5", "2001:db9::7")).isEqualTo("2001:db9::7");
        assertThat(addressOf("[2001:db8:0:0:0:0:0:5]", "2001:db9::7")).isEqualTo("2001:db9::7");
        assertThat(addressOf("10.0.0.1", "198.51.100.7:4711")).isEqualTo("198.51.100.7");
        assertThat(addressOf("10.0.0.1", "10.0.0.2, 10.0.0.3")).isEqualTo("10.0.0.2");
    }

    @Test
    public void keepsToWhatItSeesWhereTheHeaderIsNonsense() {
        assertThat(addressOf("10.0.0.1", "1.2.3.4, localhost")).isEqualTo("10.0.0.1");
        assertThat(addressOf("10.0.0.1", "1.2.3.4, ")).isEqualTo("10.0.0.1");
        assertThat(addressOf("10.0.0.1")).isEqualTo("10.0.0.1");
        HttpServletRequest request = USUAL.unwrap(request(
                "10.0.0.1", Map.of("X-Forwarded-Proto", List.of("gopher"), "X-Forwarded-Host", List.of("a\r\nb"))));
        assertThat(request.isSecure()).isFalse();
        assertThat(request.getHeader("Host")).isEqualTo("inside:8181");
    }

    @Test
    public void readsTheStandardHeader() {
        HttpServletRequest request = STANDARD.unwrap(request(
                "10.0.0.1",
                Map.of(
                        "Forwarded",
                        List.of(
                                "for=1.2.3.4;proto=http;host=evil.example",
                                "For=\"[2001:db8:cafe::17]:4711\";Proto=https;Host=\"shop.example:8443\""))));

        assertThat(request.getRemoteAddr()).isEqualTo("2001:db8:cafe::17");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getServerName()).isEqualTo("shop.example");
        assertThat(request.getServerPort()).isEqualTo(8443);
    }

    @Test
    public void readsOnlyTheHeadersThatTheProxySets() {
        assertThat(STANDARD.unwrap(request("10.0.0.1", Map.of("X-Forwarded-For", List.of("198.51.100.7"))))
                        .getRemoteAddr())
                .isEqualTo("10.0.0.1");
        assertThat(USUAL.unwrap(request("10.0.0.1", Map.of("Forwarded", List.of("for=198.51.100.7"))))
                        .getRemoteAddr())
                .isEqualTo("10.0.0.1");
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0", "10.0.0.256", "10.0.0.0/", "::/129")) {
            assertThatThrownBy(() -> proxies(wrong, "x-forwarded"))
                    .as(wrong)
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("trusted.proxies");
        }
        assertThatThrownBy(() -> proxies("", "all")).hasMessageContaining("proxy.headers");
    }

    private static String addressOf(String peer, String... forwardedFor) {
        return USUAL.unwrap(request(peer, Map.of("X-Forwarded-For", List.of(forwardedFor))))
                .getRemoteAddr();
    }

    private static TrustedProxies proxies(String trusted, String headers) {
        return TrustedProxies.of(trusted, headers);
    }

    private static HttpServletRequest request(String peer, Map<String, List<String>> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                TrustedProxiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "isSecure" -> false;
                    case "getScheme" -> "http";
                    case "getServerName" -> "inside";
                    case "getServerPort" -> 8181;
                    case "getRequestURI" -> "/api/v1/ready";
                    case "getHeader" -> "Host".equals(arguments[0]) ? "inside:8181" : null;
                    case "getHeaders" ->
                        Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
