package com.allleads.api.audit;

import com.allleads.api.operator.Operator;
import com.allleads.api.rest.Caller;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator is about to do.
 *
 * @param operator who acts
 * @param channel by what
 * @param action what is done, kebab-case; where a command of the console does the same, its name, as in {@code order-cancel}
 * @param subject what it is done to; empty where that is nothing in particular, or what was entered can be no identifier
 * @param reason why, in the operator's words, where the act asks for it. It is kept as long as the record, that is for ever,
 *     save where the subject is a person: it is then sealed with the person's key, and unreadable once they are erased
 */
public record OperatorAct(
        Operator operator, Channel channel, String action, Optional<Subject> subject, Optional<String> reason) {

    /** Refuses null. */
    public OperatorAct {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(action, "action");
    }

    /**
     * By REST.
     *
     * @param caller who calls
     * @throws IllegalStateException where that is no operator, which a resource for operators never sees
     */
    public static OperatorAct byRest(Caller caller, String action) {
        return of(caller, Channel.REST, action);
    }

    /**
     * By a form.
     *
     * @param caller who submitted it
     * @throws IllegalStateException where that is no operator, which a page for operators never sees
     */
    public static OperatorAct byPage(Caller caller, String action) {
        return of(caller, Channel.PAGE, action);
    }

    /**
     * By a command; whoever is at the console may act.
     *
     * @param operator the user name of who signed in
     */
    public static OperatorAct byConsole(String operator, String action) {
        return new OperatorAct(
                new Operator(operator, Operator.Role.OPERATOR),
                Channel.CONSOLE,
                action,
                Optional.empty(),
                Optional.empty());
    }

    /** The same act on this subject, where what was entered can be an identifier. */
    public OperatorAct on(String kind, String entered) {
        return new OperatorAct(operator, channel, action, Subject.entered(kind, entered), reason);
    }

    /** The same act for a reason that was checked already. */
    public OperatorAct because(String why) {
        return new OperatorAct(
                operator,
                channel,
                action,
                subject,
                Optional.ofNullable(why).map(String::strip).filter(text -> !text.isEmpty()));
    }

    private static OperatorAct of(Caller caller, Channel channel, String action) {
        Operator operator =
                caller.operator().orElseThrow(() -> new IllegalStateException("only operators act as operators"));
        return new OperatorAct(operator, channel, action, Optional.empty(), Optional.empty());
    }

    /** Leaves the reason out, which may be about somebody. */
    @Override
    public String toString() {
        return "OperatorAct[" + operator.name() + ", " + channel + ", " + action + ", " + subject + "]";
    }
}
