package com.allleads.itests.inside;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;

/** Our own distribution as Pax Exam starts it: what the build made, on ports of its own, with a new database. */
final class Distribution {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final String KARAF = System.getProperty("karaf.version");

    private Distribution() {}

    static Option[] options() {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(ROOT.resolve("karaf-assembly/target/karaf-assembly-"
                                    + System.getProperty("project.version") + ".tar.gz")
                            .toUri()
                            .toString())
                    .karafVersion(KARAF)
                    .name("AllLeads")
                    .unpackDirectory(ROOT.resolve("itests/target/inside").toFile())
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            configureSecurity().disableKarafMBeanServerBuilder(),
            // On a busy machine the container takes its time.
            systemTimeout(240_000),
            systemProperty("pax.exam.service.timeout").value("120000"),
            ports(),
            repository(),
            trust(),
            java17()
        };
    }

    private static Option ports() {
        return composite(
                editConfigurationFilePut("etc/custom.system.properties", "allleads.http.port", freePort()),
                editConfigurationFilePut("etc/custom.system.properties", "allleads.ssh.port", freePort()));
    }

    /** The distribution asks no repository; what the test itself needs is in that of the build. */
    private static Option repository() {
        String settings = "etc/org.ops4j.pax.url.mvn.cfg";
        return editConfigurationFilePut(
                settings, "org.ops4j.pax.url.mvn.localRepository", System.getProperty("local.repository"));
    }

    /** The test and what runs it stand where an operator's workshop would: outside of the glass box. */
    private static Option trust() {
        return replaceConfigurationFile(
                "etc/glass-box.trusted",
                ROOT.resolve("itests/src/test/resources/glass-box.trusted").toFile());
    }

    /** What the distribution's own start script tells Java; without it the framework doesn't find its parts. */
    private static Option java17() {
        List<Option> options = new ArrayList<>();
        options.add(vmOption("-Xmx384m"));
        options.add(vmOption("--add-reads=java.xml=java.logging"));
        options.add(vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"));
        for (String patch : List.of(
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-")) {
            options.add(vmOption("--patch-module"));
            options.add(vmOption(patch + KARAF + ".jar"));
        }
        for (String opened : List.of(
                "java.base/java.security",
                "java.base/java.net",
                "java.base/java.lang",
                "java.base/java.util",
                "java.naming/javax.naming.spi",
                "java.rmi/sun.rmi.transport.tcp")) {
            options.add(vmOption("--add-opens=" + opened + "=ALL-UNNAMED"));
        }
        for (String exported : List.of(
                "java.base/sun.net.www.protocol.file",
                "java.base/sun.net.www.protocol.ftp",
                "java.base/sun.net.www.protocol.http",
                "java.base/sun.net.www.protocol.https",
                "java.base/sun.net.www.protocol.jar",
                "java.base/sun.net.www.content.text",
                "jdk.naming.rmi/com.sun.jndi.url.rmi",
                "java.rmi/sun.rmi.registry")) {
            options.add(vmOption("--add-exports=" + exported + "=ALL-UNNAMED"));
        }
        options.add(vmOption("-classpath"));
        options.add(
                vmOption("lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*" + File.pathSeparator + "lib/endorsed/*"));
        return composite(options.toArray(Option[]::new));
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
