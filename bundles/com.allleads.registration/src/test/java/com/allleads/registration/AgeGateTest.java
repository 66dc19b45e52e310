package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.portal.testing.Look;
import com.allleads.registration.pages.AgeGateFilter;
import com.allleads.registration.pages.AgePage;
import com.allleads.store.testing.Configurations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;

/** Whoever said that they are too young gets no second try in the same session of the browser. */
public final class AgeGateTest {

    private final RegistrationSettings settings =
            new RegistrationSettings(Configurations.with(RegistrationConfiguration.class, Map.of("age_gate", "true")));
    private final AgeGateFilter gate = new AgeGateFilter(settings);
    private final Map<String, String> answer = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    public void saysThatNothingWasStored() {
        assertThat(Look.at(new AgePage()).html()).contains("Nothing that you entered was stored.");
        assertThat(Look.at(new AgePage()).in("es").html()).contains("No se ha guardado nada");
    }

    @Test
    public void marksTheSessionOfTheBrowserWithAValueThatMeansNothing() throws Exception {
        assertThat(passes("/register/age")).isTrue();

        assertThat(answer.get("Set-Cookie"))
                .matches("allleads-registration=[A-Za-z0-9_-]{22}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    public void aLinkOnAnotherSiteMarksNobody() throws Exception {
        headers.put("Sec-Fetch-Site", "cross-site");
        headers.put("Origin", "https://elsewhere.example");

        passes("/register/age");

        assertThat(answer).doesNotContainKey("Set-Cookie");
    }

    @Test
    public void whoIsMarkedSeesNoFormAndRegistersNotByRestEither() throws Exception {
        Cookie mark = new Cookie("allleads-registration", "x");

        assertThat(passes("/register", mark)).isFalse();
        assertThat(answer).containsEntry("Location", "/register/age").containsEntry("status", "303");
        assertThat(passes("/api/v1/registrations", mark)).isFalse();
        assertThat(answer).containsEntry("status", "422");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("\"field\":\"ofAge\"");
    }

    @Test
    public void everybodyElsePasses() throws Exception {
        assertThat(passes("/register")).isTrue();
        assertThat(passes("/register", new Cookie("another", "x"))).isTrue();
        settings.modified(Configurations.with(RegistrationConfiguration.class, Map.of("age_gate", "false")));
        assertThat(passes("/register", new Cookie("allleads-registration", "x")))
                .isTrue();
    }

    private boolean passes(String path, Cookie... cookies) throws IOException, ServletException {
        boolean[] passed = {false};
        HttpServletRequest request =
                played(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> path;
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "isSecure" -> false;
                    default -> throw new AssertionError(method);
                });
        HttpServletResponse response = played(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "addHeader", "setHeader" -> answer.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> answer.put("status", arguments[0].toString());
                case "setContentType" -> answer.put("type", (String) arguments[0]);
                case "getOutputStream" -> {
                    return new Kept();
                }
                default -> throw new AssertionError(method);
            }
            return null;
        });
        gate.doFilter(request, response, (on, back) -> passed[0] = true);
        return passed[0];
    }

    private static <T> T played(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private final class Kept extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
