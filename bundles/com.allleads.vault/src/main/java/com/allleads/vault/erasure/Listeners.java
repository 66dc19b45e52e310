package com.allleads.vault.erasure;

import com.allleads.api.vault.ErasureListener;
import java.util.function.Consumer;

/** The capabilities that want to know of erasures and are there at the moment. */
@FunctionalInterface
public interface Listeners {

    /** Does something with each of them. */
    void forEach(Consumer<ErasureListener> action);
}
