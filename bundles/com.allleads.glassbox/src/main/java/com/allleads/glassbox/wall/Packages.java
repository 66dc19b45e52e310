package com.allleads.glassbox.wall;

import java.util.List;

/** Which packages bundles in the box may import, by who exports them. */
final class Packages {

    /** From the host, for everybody: the contract, logging, what components are made of, and plain libraries. */
    private static final List<String> SHARED = List.of(
            "com.allleads.spi",
            "org.slf4j",
            "org.joda",
            "org.osgi.annotation",
            "org.osgi.dto",
            "org.osgi.service.component",
            "org.osgi.service.log",
            "org.osgi.service.metatype",
            "org.osgi.util",
            "com.fasterxml.jackson",
            "com.github.benmanes.caffeine",
            "com.sun.activation",
            "com.sun.mail",
            "javax.activation",
            "javax.annotation",
            "javax.inject",
            "javax.mail",
            "org.apache.commons",
            "org.bouncycastle",
            "org.yaml.snakeyaml");

    /** Of the host, for nobody in the box, whatever a feature names: ways to data, settings, transactions and the framework. */
    private static final List<String> WALLED = List.of(
            "com.allleads",
            "com.zaxxer",
            "javax.enterprise",
            "javax.interceptor",
            "javax.persistence",
            "javax.resource",
            "javax.servlet",
            "javax.transaction",
            "javax.ws",
            "liquibase",
            "org.apache.aries",
            "org.apache.cxf",
            "org.apache.derby",
            "org.apache.felix",
            "org.apache.geronimo",
            "org.apache.karaf",
            "org.apache.sshd",
            "org.eclipse",
            "org.hibernate",
            "org.jdbi",
            "org.jline",
            "org.ops4j",
            "org.osgi",
            "org.postgresql");

    /** Of the framework and its launcher: beside the JDK only what activators and components need. */
    private static final List<String> FRAMEWORK = List.of("org.osgi", "org.apache", "org.eclipse", "com.allleads");

    private Packages() {}

    /** Whether everybody may have a package from a bundle of the host. */
    static boolean shared(String name) {
        return isIn(SHARED, name);
    }

    /** Whether a package of a host's library may be had by who names the library in its feature. */
    static boolean plain(String name) {
        return shared(name) || !isIn(WALLED, name);
    }

    /** Whether everybody may have a package from the framework itself. */
    static boolean ofFramework(String name) {
        return name.equals("org.osgi.framework") || shared(name) || !isIn(FRAMEWORK, name);
    }

    private static boolean isIn(List<String> packages, String name) {
        return packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
