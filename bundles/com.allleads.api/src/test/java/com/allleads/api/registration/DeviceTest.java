package com.allleads.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.registration.Device.Browser;
import java.util.Map;
import org.junit.Test;

public class DeviceTest {

    private static final Map<String, Device> KNOWN = Map.of(
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            new Device(Browser.FIREFOX, Device.Platform.LINUX),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            new Device(Browser.CHROME, Device.Platform.WINDOWS),
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
                    + " Edg/126.0",
            new Device(Browser.EDGE, Device.Platform.WINDOWS),
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                    + " Safari/605.1.15",
            new Device(Browser.SAFARI, Device.Platform.MACOS),
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                    + " Mobile/15E148 Safari/604.1",
            new Device(Browser.SAFARI, Device.Platform.IOS),
            "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0"
                    + " Chrome/121.0 Mobile Safari/537.36",
            new Device(Browser.SAMSUNG, Device.Platform.ANDROID),
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36",
            new Device(Browser.CHROME, Device.Platform.CHROMEOS),
            "curl/8.5.0",
            Device.UNKNOWN);

    @Test
    public void tellsKindsOfBrowsersAndSystemsApart() {
        KNOWN.forEach((agent, device) -> assertThat(Device.of(agent)).as(agent).isEqualTo(device));
    }

    @Test
    public void knowsNothingOfWhatSaysNothing() {
        assertThat(Device.of(null)).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("")).isEqualTo(Device.UNKNOWN);
        assertThat(Device.UNKNOWN.browserName()).isEmpty();
        assertThat(Device.UNKNOWN.systemName()).isEmpty();
    }
}
