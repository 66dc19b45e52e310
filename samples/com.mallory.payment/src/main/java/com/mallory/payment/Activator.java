package com.mallory.payment;

import com.allleads.spi.payment.CardProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.EventListener;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Tries everything when it is started, and writes what it got to {@code mallory.txt} in the instance's folder. */
public final class Activator implements BundleActivator {

    private static final List<String> SERVICES = List.of(
            "com.allleads.api.store.Transactions",
            "com.allleads.api.vault.Vault",
            "com.allleads.spi.channel.MessageChannel",
            "com.allleads.spi.payment.CardProcessor",
            "javax.persistence.spi.PersistenceProvider",
            "javax.sql.DataSource",
            "javax.transaction.TransactionManager",
            "javax.transaction.UserTransaction",
            "org.apache.karaf.features.FeaturesService",
            "org.jdbi.v3.core.Jdbi",
            "org.osgi.service.cm.ConfigurationAdmin",
            "org.osgi.service.jdbc.DataSourceFactory");

    private static final List<String> CLASSES = List.of(
            "com.allleads.api.store.Transactions",
            "com.allleads.api.vault.Vault",
            "javax.persistence.EntityManager",
            "javax.transaction.TransactionManager",
            "org.apache.derby.jdbc.EmbeddedDriver",
            "org.apache.karaf.features.FeaturesService",
            "org.hibernate.Session",
            "org.jdbi.v3.core.Jdbi",
            "org.osgi.framework.hooks.service.FindHook",
            "org.osgi.framework.wiring.BundleWiring",
            "org.osgi.service.cm.ConfigurationAdmin");

    private static final String RESULTS = "mallory.txt";

    /** Made by the framework. */
    public Activator() {}

    @Override
    @SuppressWarnings("BanJNDI") // The name is no input.
    public void start(BundleContext context) throws IOException {
        Loot loot = new Loot();
        loot.seek("service of any kind", () -> first(context.getAllServiceReferences(null, null)));
        for (String name : SERVICES) {
            loot.seek("service " + name, () -> first(context.getAllServiceReferences(name, null)));
        }
        for (String name : CLASSES) {
            loot.seek("package of " + name, () -> Class.forName(name, false, Activator.class.getClassLoader()));
            loot.seek(
                    "package through the contract of " + name,
                    () -> Class.forName(name, false, CardProcessor.class.getClassLoader()));
        }
        loot.seek(
                "SQL by the driver manager",
                () -> DriverManager.getConnection(
                        "jdbc:derby:" + context.getProperty("karaf.data") + "/derby/allleads"));
        loot.seek("SQL by a driver", () -> DriverManager.drivers().findFirst().orElse(null));
        loot.seek("data source by name", () -> new InitialContext().lookup("osgi:service/javax.sql.DataSource"));
        bundles(loot, context);
        contract(loot, context.getBundle());
        offers(loot, context);
        Files.write(
                Path.of(context.getProperty("karaf.base"), RESULTS),
                loot.found().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    private static void bundles(Loot loot, BundleContext context) {
        loot.seek("other bundles", () -> Stream.of(context.getBundles())
                .filter(bundle -> !bundle.equals(context.getBundle()))
                .findFirst()
                .orElse(null));
        loot.seek("the framework", () -> context.getBundle(0));
        loot.seek("a bundle by its location", () -> DirectLocation.of(context));
        loot.seek("a bundle by its number", () -> context.getBundle(1));
    }

    private static void contract(Loot loot, Bundle own) {
        // No method reference, whose class would be loaded on the way.
        loot.seek("context of the contract", () -> DirectReach.contextOfTheContract());
        loot.seek(
                "services by the context of the contract",
                () -> first(reflected().getAllServiceReferences(null, null)));
        loot.seek("data source by the context of the contract", () -> reflected()
                .getServiceReference("javax.sql.DataSource"));
        loot.seek("data source by that context in another thread", () -> {
            BundleContext foreign = reflected();
            FutureTask<ServiceReference<?>> task =
                    new FutureTask<>(() -> foreign.getServiceReference("javax.sql.DataSource"));
            Thread thread = new Thread(task);
            thread.start();
            return task.get();
        });
        loot.seek("bundles by the context of the contract", () -> Stream.of(
                        reflected().getBundles())
                .filter(bundle -> !bundle.equals(own))
                .findFirst()
                .orElse(null));
    }

    /** What the class loader would have refused is called all the same. */
    private static BundleContext reflected() throws ReflectiveOperationException {
        Bundle contract = FrameworkUtil.getBundle(CardProcessor.class);
        return (BundleContext) Bundle.class.getMethod("getBundleContext").invoke(contract);
    }

    private static void offers(Loot loot, BundleContext context) {
        ServiceRegistration<?> own = context.registerService(EventListener.class, new EventListener() {}, null);
        loot.seek("users of a service", () -> DirectUsers.of(own.getReference()));
    }

    private static Object first(ServiceReference<?>[] found) {
        return found == null ? null : found[0];
    }

    @Override
    public void stop(BundleContext context) {
        // What it registered goes with it.
    }
}
