package com.allleads.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of one request. */
sealed interface Answer {

    /** The API did it. */
    record Said(JsonNode body) implements Answer {

        /** Leaves the body out. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /**
     * The API says that it did not do it.
     *
     * @param status 4xx
     * @param error what is wrong
     */
    record Refused(int status, JsonNode error) implements Answer {

        String type() {
            return error.path("type").asText();
        }

        String code() {
            return error.path("code").asText();
        }

        boolean isOtherUseOfTheKey() {
            return type().equals("idempotency_error") && status == 400;
        }

        /** Refused for what was asked, so that nothing was done; not for the moment at which it was, or for who asked. */
        boolean isForGood() {
            return status == 400 || status == 402 || status == 404;
        }

        /** For the log: a type and a code, which are words of the API. */
        @Override
        public String toString() {
            String said = status + " " + type() + " " + code();
            return said.matches("[0-9a-z_ ]{0,120}") ? said.strip() : Integer.toString(status);
        }
    }

    /**
     * Whether it was done is not known.
     *
     * @param why for the log, without content
     */
    record Silence(String why) implements Answer {}

    /** For the log and the operator. */
    static String describe(Answer answer) {
        if (answer instanceof Refused refused) {
            return "Stripe answered " + refused;
        }
        return answer instanceof Silence silence ? silence.why() : "Stripe answered something else than was asked";
    }
}
