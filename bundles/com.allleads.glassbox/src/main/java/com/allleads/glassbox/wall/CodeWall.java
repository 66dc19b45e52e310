package com.allleads.glassbox.wall;

import com.allleads.glassbox.tries.Kind;
import com.allleads.glassbox.tries.Tries;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Loads no class of a bundle in the box that goes from a bundle or a service which it was handed to others: by a bundle's
 * context, its services, its class loader. What does so by reflection is not found here.
 */
final class CodeWall implements WeavingHook {

    /** By class; a name, or a name with its descriptor. Bundles by location are what no hook of the framework takes out. */
    private static final Map<String, Set<String>> WALLED = Map.of(
            "org/osgi/framework/BundleContext",
            Set.of("getBundle(Ljava/lang/String;)Lorg/osgi/framework/Bundle;"),
            "org/osgi/framework/Bundle",
            Set.of("getBundleContext", "getRegisteredServices", "getServicesInUse", "adapt", "loadClass"),
            "org/osgi/framework/ServiceReference",
            Set.of("getUsingBundles", "adapt"),
            "org/osgi/framework/ServiceRegistration",
            Set.of("adapt"),
            "org/osgi/service/component/ComponentContext",
            Set.of("getUsingBundle"));

    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final Residents residents;
    private final Tries tries;

    CodeWall(Residents residents, Tries tries) {
        this.residents = residents;
        this.tries = tries;
    }

    @Override
    public void weave(WovenClass woven) {
        Bundle bundle = woven.getBundleWiring().getBundle();
        if (residents.boxed(bundle)) {
            walled(woven.getBytes()).ifPresent(method -> {
                tries.note(bundle, Kind.CODE, woven.getClassName() + " by " + method);
                throw new WeavingException(
                        woven.getClassName() + " uses " + method + ", which is not for bundles in the glass box");
            });
        }
    }

    /** A method that the code of a class may not use, among all that it names; empty where there is none. */
    static Optional<String> walled(byte[] code) {
        ClassReader type = new ClassReader(code);
        char[] buffer = new char[type.getMaxStringLength()];
        for (int i = 1; i < type.getItemCount(); i++) {
            int item = type.getItem(i);
            // An item's offset is that after its tag; 0 is the second half of a long.
            if (item != 0 && (code[item - 1] == METHOD || code[item - 1] == INTERFACE_METHOD)) {
                String owner = type.readClass(item, buffer);
                int nameAndType = type.getItem(type.readUnsignedShort(item + 2));
                String name = type.readUTF8(nameAndType, buffer);
                Set<String> walled = WALLED.getOrDefault(owner, Set.of());
                if (walled.contains(name) || walled.contains(name + type.readUTF8(nameAndType + 2, buffer))) {
                    return Optional.of(owner.substring(owner.lastIndexOf('/') + 1) + "." + name);
                }
            }
        }
        return Optional.empty();
    }
}
