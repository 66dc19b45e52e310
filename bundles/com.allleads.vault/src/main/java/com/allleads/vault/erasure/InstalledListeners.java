package com.allleads.vault.erasure;

import com.allleads.api.vault.ErasureListener;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks the listeners up when they are needed: a reference would make the vault wait for capabilities that themselves wait
 * for the vault.
 */
@Component(service = Listeners.class)
public final class InstalledListeners implements Listeners {

    private final BundleContext context;

    @Activate
    public InstalledListeners(BundleContext context) {
        this.context = context;
    }

    @Override
    public void forEach(Consumer<ErasureListener> action) {
        try {
            for (ServiceReference<ErasureListener> reference :
                    context.getServiceReferences(ErasureListener.class, null)) {
                use(reference, action);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("there is no filter", impossible);
        }
    }

    private void use(ServiceReference<ErasureListener> reference, Consumer<ErasureListener> action) {
        ErasureListener listener = context.getService(reference);
        // One that has just gone is told when it is back.
        if (listener != null) {
            try {
                action.accept(listener);
            } finally {
                context.ungetService(reference);
            }
        }
    }
}
