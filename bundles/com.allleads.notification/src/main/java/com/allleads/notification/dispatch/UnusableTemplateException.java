package com.allleads.notification.dispatch;

/** A template cannot be rendered. The message quotes the template alone, never a value. */
final class UnusableTemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableTemplateException(String message) {
        super(message);
    }
}
