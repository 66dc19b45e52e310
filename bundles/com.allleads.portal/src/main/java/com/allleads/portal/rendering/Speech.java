package com.allleads.portal.rendering;

import com.allleads.api.portal.Text;
import com.allleads.portal.texts.Explanations;
import com.allleads.portal.texts.Texts;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that a page says in words: its own texts, those of the portal's components, and what problems say. In templates these
 * are the functions {@code t}, {@code common}, {@code known} (whether {@code common} has a text) and {@code explain}.
 */
public final class Speech {

    private static final Texts COMMON = new Texts(Speech.class);

    private final Texts own;
    private final Explanations explanations;

    /** The words beside a page's class. */
    Speech(Class<?> page) {
        own = new Texts(page);
        explanations = new Explanations(page, Speech.class);
    }

    /** A text of the page; one without a file is shown as it is. */
    public String say(Locale language, Text text) {
        return own.of(language, text.key(), text.arguments());
    }

    /** A text of the page without arguments. */
    public String say(Locale language, String key) {
        return own.of(language, key, List.of());
    }

    /** What a problem says, in a language. */
    public String explain(Locale language, String english) {
        return explanations.in(language, english);
    }

    /** The functions for templates. */
    Map<String, TemplateMethodModelEx> functions(Locale language) {
        return Map.of(
                "t",
                function(own, language),
                "common",
                function(COMMON, language),
                "known",
                arguments -> COMMON.find(language, text(arguments), List.of()).isPresent(),
                "explain",
                arguments -> explain(language, text(arguments)));
    }

    /** A template that names a text which is not there is wrong, and must be seen to be. */
    private static TemplateMethodModelEx function(Texts texts, Locale language) {
        return arguments -> {
            String key = text(arguments);
            List<Object> values = new ArrayList<>();
            for (Object argument : arguments.subList(1, arguments.size())) {
                values.add(DeepUnwrap.unwrap((TemplateModel) argument));
            }
            return texts.find(language, key, values)
                    .orElseThrow(() -> new TemplateModelException("there is no text " + key));
        };
    }

    private static String text(List<?> arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("the key of a text is missing");
        }
        return DeepUnwrap.unwrap((TemplateModel) arguments.get(0)).toString();
    }
}
