package com.allleads.glassbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class HostListTest {

    private static final String CORE = "mvn:org.example/core/1.0";
    private static final String ADAPTER = "mvn:com.allleads/com.allleads.payment.sandbox/1.0";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path home;
    private ContentDigest core;
    private ContentDigest adapter;

    @Before
    public void builds() throws IOException {
        home = folder.getRoot().toPath();
        Files.createDirectories(home.resolve("lib"));
        core = jar("org/example/core/1.0/core-1.0.jar", "manifest", "code");
        adapter =
                jar("com/allleads/com.allleads.payment.sandbox/1.0/com.allleads.payment.sandbox-1.0.jar", "m", "code");
        HostListWriter.main(new String[] {home.toString()});
    }

    @Test
    public void knowsABundleByLocationAndContent() throws IOException {
        assertThat(HostList.of(home).has(CORE, () -> core)).isTrue();
    }

    @Test
    public void knowsNoOtherContentFromTheSameLocation() throws IOException {
        ContentDigest altered = jar("elsewhere/altered.jar", "manifest", "other code");
        ContentDigest renamed = jar("elsewhere/renamed.jar", "other manifest", "code");

        assertThat(HostList.of(home).has(CORE, () -> altered)).isFalse();
        assertThat(HostList.of(home).has(CORE, () -> renamed)).isFalse();
    }

    @Test
    public void knowsNoSameContentFromAnotherLocation() throws IOException {
        assertThat(HostList.of(home).has("file:/tmp/core-1.0.jar", () -> core)).isFalse();
        assertThat(HostList.of(home).has("mvn:org.example/core/1.1", () -> core))
                .isFalse();
    }

    @Test
    public void knowsAWrappedLibraryByAllButItsManifest() throws IOException {
        ContentDigest wrapped = jar("elsewhere/wrapped.jar", "made while wrapping", "code");

        assertThat(HostList.of(home).has("wrap:" + CORE + "$Bundle-Version=1.0&Import-Package=*", () -> wrapped))
                .isTrue();
    }

    @Test
    public void leavesOutTheAdaptersThatAreDeliveredBesideTheHost() throws IOException {
        assertThat(HostList.of(home).has(ADAPTER, () -> adapter)).isFalse();
    }

    @Test
    public void isNotThereUnlessTheBuildWroteIt() {
        assertThatThrownBy(() -> HostList.of(home.resolve("lib"))).isInstanceOf(IOException.class);
    }

    private ContentDigest jar(String path, String manifest, String code) throws IOException {
        Path jar = home.resolve("system").resolve(path);
        Files.createDirectories(jar.getParent());
        Map<String, String> files =
                new TreeMap<>(Map.of("META-INF/MANIFEST.MF", manifest, "org/example/A.class", code));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        ContentDigest digest = HostListWriter.digest(jar);
        if (path.startsWith("elsewhere")) {
            Files.delete(jar);
        }
        return digest;
    }
}
