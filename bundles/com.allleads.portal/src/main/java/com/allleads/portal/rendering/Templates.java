package com.allleads.portal.rendering;

import freemarker.cache.URLTemplateLoader;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates of one owner, with a cache of their own: it goes when the page does, so no class of a bundle that was stopped
 * or updated stays behind. Everything shown is escaped for HTML; a template can neither make objects nor reach classes.
 */
public final class Templates {

    static final Version VERSION = Configuration.VERSION_2_3_34;

    private static final String SHARED = "com/allleads/portal/rendering/";

    private final Configuration configuration;
    private final Speech speech;
    private final Map<Locale, ViewValues> values = new ConcurrentHashMap<>();

    /**
     * The templates that lie beside the classes of a bundle.
     *
     * @param owner a class of the bundle; the texts beside it are those of the templates
     */
    public Templates(Class<?> owner) {
        speech = new Speech(owner);
        configuration = new Configuration(VERSION);
        configuration.setTemplateLoader(new OwnerTemplates(owner));
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setLocalizedLookup(false);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        // A bundle's resources do not change while it runs.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.addAutoImport("ui", SHARED + "ui.ftl");
    }

    /** What the owner says in words. */
    public Speech speech() {
        return speech;
    }

    /**
     * Renders a template.
     *
     * @param beside a class of the owner
     * @param template its path relative to the class
     * @param language what it is shown in
     */
    public String render(Class<?> beside, String template, Map<String, Object> model, Locale language) {
        String name = beside.getPackageName().replace('.', '/') + "/" + template;
        StringWriter out = new StringWriter(8192);
        Map<String, Object> all = new HashMap<>(model);
        all.putAll(speech.functions(language));
        ViewValues wrapper = values.computeIfAbsent(language, spoken -> new ViewValues(speech, spoken));
        try {
            Environment page = configuration.getTemplate(name).createProcessingEnvironment(all, out, wrapper);
            page.setObjectWrapper(wrapper);
            page.setLocale(language);
            page.process();
            return out.toString();
        } catch (TemplateException e) {
            // Its own message may quote values, which may be personal.
            throw new IllegalStateException("template " + e.getTemplateSourceName() + ", line " + e.getLineNumber()
                    + ": cannot show " + e.getBlamedExpressionString());
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " cannot be read", e);
        }
    }

    /** What all pages share lies in this bundle, everything else in the owner's. */
    private static final class OwnerTemplates extends URLTemplateLoader {

        private final Class<?> owner;

        OwnerTemplates(Class<?> owner) {
            this.owner = owner;
        }

        @Override
        protected URL getURL(String name) {
            Class<?> holder = name.startsWith(SHARED) ? Templates.class : owner;
            return holder.getResource("/" + name);
        }
    }
}
