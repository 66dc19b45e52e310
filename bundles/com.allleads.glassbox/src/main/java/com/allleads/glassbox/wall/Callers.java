package com.allleads.glassbox.wall;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/**
 * Whose code asks the framework for something: that of the nearest frame on the stack which belongs to a bundle. A context that
 * somebody got hold of is therefore worth no more than their own.
 */
final class Callers {

    private static final StackWalker STACK =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    private final Bundle own;

    Callers(Bundle own) {
        this.own = own;
    }

    /** Empty where there is none but Java and the framework. */
    Optional<Bundle> nearest() {
        return STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
                .map(Callers::owner)
                .filter(Objects::nonNull)
                .filter(bundle -> !bundle.equals(own))
                .findFirst());
    }

    /**
     * The bundle that has a class of this name on the stack; empty where none has.
     *
     * @param name the class
     */
    Optional<Bundle> through(String name) {
        return STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
                .filter(type -> type.getName().equals(name))
                .map(Callers::owner)
                .filter(Objects::nonNull)
                .findFirst());
    }

    private static Bundle owner(Class<?> type) {
        return type.getClassLoader() instanceof BundleReference loader ? loader.getBundle() : null;
    }
}
