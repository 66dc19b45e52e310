package com.allleads.payment.stripe.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/**
 * The page on which people add cards. A form asks for the number, a second one for the confirmation that the card's bank wants, where
 * it does; then the browser is sent back.
 */
final class DoublePage {

    private final DoubleBooks books;

    DoublePage(DoubleBooks books) {
        this.books = books;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            DoubleRequest request = DoubleRequest.read(exchange);
            String id = request.path().substring(request.path().lastIndexOf('/') + 1);
            Optional<ObjectNode> session = books.session(id);
            if (session.isEmpty() || !session.get().path("status").asText().equals("open")) {
                show(exchange, 404, "<h1>This page is not good any more</h1>");
            } else if (request.post()) {
                submitted(exchange, request, session.get());
            } else {
                show(exchange, 200, """
                        <h1>Add a card</h1>
                        <form method="post"><label>Number <input name="number" required autofocus></label>
                        <button>Save card</button></form><p><a href="%s">Back</a></p>
                        """.formatted(
                                escaped(session.get().path("cancel_url").asText())));
            }
        }
    }

    private void submitted(HttpExchange exchange, DoubleRequest request, ObjectNode session) throws IOException {
        Optional<DoubleCard> card = DoubleCard.ofNumber(request.parameter("number"));
        if (card.isEmpty()) {
            show(exchange, 200, "<h1>Add a card</h1><p>Your card number is invalid.</p>");
        } else if (card.get().isConfirmedAtSetUp()
                && !request.parameter("confirmed").equals("yes")) {
            show(exchange, 200, """
                    <h1>Your bank wants to know that it is you</h1>
                    <form method="post"><input type="hidden" name="number" value="%s">
                    <button name="confirmed" value="yes">It is me</button></form>
                    """.formatted(card.get().number()));
        } else {
            books.complete(session.path("id").asText(), card.get());
            exchange.getResponseHeaders()
                    .set("Location", session.path("success_url").asText());
            exchange.sendResponseHeaders(303, -1);
        }
    }

    private static void show(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = ("<!DOCTYPE html><html lang=\"en\"><title>Stripe's double</title>" + html).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
