package org.apache.karaf.features.deploying;

/** Does something as a part of Karaf's features service, which callers know by its package. */
public final class Deployment {

    private Deployment() {}

    public static void during(Runnable work) {
        work.run();
    }
}
