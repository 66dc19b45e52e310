package com.allleads.glassbox.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

public final class CodeWallTest {

    @Test
    public void findsACallThatReachesIntoAnotherBundle() throws IOException {
        assertThat(CodeWall.walled(code(Reaching.class))).contains("Bundle.getBundleContext");
    }

    @Test
    public void findsAReferenceToSuchAMethod() throws IOException {
        assertThat(CodeWall.walled(code(Referring.class))).contains("ServiceReference.getUsingBundles");
    }

    @Test
    public void findsALookUpOfABundleByItsLocation() throws IOException {
        assertThat(CodeWall.walled(code(Locating.class))).contains("BundleContext.getBundle");
    }

    @Test
    public void letsThroughWhatUsesItsOwnContext() throws IOException {
        assertThat(CodeWall.walled(code(Modest.class))).isEmpty();
    }

    private static byte[] code(Class<?> type) throws IOException {
        try (InputStream code = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return code.readAllBytes();
        }
    }

    static final class Reaching {
        BundleContext reach(Bundle bundle) {
            return bundle.getBundleContext();
        }
    }

    static final class Referring {
        final Function<ServiceReference<?>, Bundle[]> users = ServiceReference::getUsingBundles;
    }

    static final class Locating {
        Bundle locate(BundleContext context) {
            return context.getBundle("System Bundle");
        }
    }

    static final class Modest {
        // A long takes two places among the constants.
        static final long LARGE = 1L << 40;

        String name(BundleContext context) {
            return context.getBundle().getSymbolicName()
                    + (LARGE + context.getProperty("large").length());
        }
    }
}
