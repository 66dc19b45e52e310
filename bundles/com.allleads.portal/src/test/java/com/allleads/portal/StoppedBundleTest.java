package com.allleads.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.portal.Page;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.Rule;
import org.junit.Test;

public class StoppedBundleTest {

    @Rule
    public final PortalRule portal = new PortalRule();

    @Test
    public void nothingOfAStoppedBundleStaysBehind() throws Exception {
        WeakReference<ClassLoader> bundle = showAndStop();

        assertThat(portal.get("/guest").statusCode()).isEqualTo(404);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            clearSoftReferences();
            return bundle.get() == null;
        });
    }

    /** The JDK keeps what it found out about beans until memory is short. */
    @SuppressWarnings("ModifiedButNotUsed") // it only takes room
    private static void clearSoftReferences() {
        List<byte[]> hoard = new ArrayList<>();
        try {
            while (true) {
                hoard.add(new byte[64 << 20]);
            }
        } catch (OutOfMemoryError expected) {
            hoard.clear();
        }
    }

    private WeakReference<ClassLoader> showAndStop() throws Exception {
        ClassLoader bundle = new BundleLoader();
        Page page = (Page) bundle.loadClass(GuestPage.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        assertThat(page.getClass().getClassLoader()).isSameAs(bundle);
        PageReference<Page> reference = portal.install(0, page);
        assertThat(portal.get("/guest").body()).contains("<p>Ann</p>");
        portal.pages.remove(reference);
        return new WeakReference<>(bundle);
    }

    /** Defines the guest's classes itself. */
    private static final class BundleLoader extends ClassLoader {

        BundleLoader() {
            super(GuestPage.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(GuestPage.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
