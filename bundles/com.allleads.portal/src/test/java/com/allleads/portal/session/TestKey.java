package com.allleads.portal.session;

import com.allleads.api.secret.SecretFile;
import java.nio.file.Path;

/** An installation's secret in a folder of a test. */
public final class TestKey {

    private TestKey() {}

    public static PortalKey in(Path folder) {
        return new PortalKey(SecretFile.below(folder, "portal.key"));
    }
}
