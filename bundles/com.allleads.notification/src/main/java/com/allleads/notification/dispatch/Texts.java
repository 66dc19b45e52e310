package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageTemplate;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes subject and text. Strict: what a template names must be there. A template reaches texts and nothing else, neither
 * classes nor other templates.
 */
final class Texts {

    private final Configuration freemarker = configuration();
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    /** Subject and text of a message. */
    Written write(MessageTemplate template, Map<String, Object> model) throws UnusableTemplateException {
        Parsed ready = parsed(template);
        String subject = process(template, "subject", ready.subject(), model);
        String text = process(template, "text", ready.text(), model);
        return new Written(subject.replaceAll("\\s+", " ").strip(), text);
    }

    /** Parsed once for as long as the same id has the same sources. */
    private Parsed parsed(MessageTemplate template) throws UnusableTemplateException {
        Parsed known = parsed.get(template.id());
        if (known != null && known.isOf(template)) {
            return known;
        }
        Parsed fresh = new Parsed(
                template.subject(),
                template.text(),
                parse(template, "subject", template.subject()),
                parse(template, "text", template.text()));
        parsed.put(template.id(), fresh);
        return fresh;
    }

    private Template parse(MessageTemplate template, String part, String source) throws UnusableTemplateException {
        try {
            return new Template(template.id() + "." + part, source, freemarker);
        } catch (IOException e) {
            throw new UnusableTemplateException(
                    "the " + part + " of template " + template.id() + " is malformed: " + e.getMessage());
        }
    }

    private static String process(MessageTemplate template, String part, Template ready, Map<String, Object> model)
            throws UnusableTemplateException {
        StringWriter out = new StringWriter();
        try {
            ready.process(model, out);
        } catch (TemplateException e) {
            throw new UnusableTemplateException("the " + part + " of template " + template.id()
                    + " cannot be written: line " + e.getLineNumber() + ", " + e.getBlamedExpressionString());
        } catch (IOException e) {
            throw new UnusableTemplateException("the " + part + " of template " + template.id() + " is unreadable");
        }
        return out.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ENGLISH);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setTemplateLoader(null);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_35));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        // Both would write values into the log.
        configuration.setLogTemplateExceptions(false);
        configuration.setAttemptExceptionReporter((exception, environment) -> {});
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /**
     * A message's words.
     *
     * @param subject one line
     * @param text the plain text
     */
    record Written(String subject, String text) {

        /** Says nothing of them. */
        @Override
        public String toString() {
            return "Written";
        }
    }

    private record Parsed(String subjectSource, String textSource, Template subject, Template text) {

        boolean isOf(MessageTemplate template) {
            return subjectSource.equals(template.subject()) && textSource.equals(template.text());
        }
    }
}
