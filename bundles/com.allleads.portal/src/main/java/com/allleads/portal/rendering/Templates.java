package com.allleads.portal.rendering;

import freemarker.cache.URLTemplateLoader;
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
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * The templates of one owner, with a cache of their own: it goes when the page does, so no class of a bundle that was stopped
 * or updated stays behind. Everything shown is escaped for HTML; a template can neither make objects nor reach classes.
 */
public final class Templates {

    static final Version VERSION = Configuration.VERSION_2_3_34;

    private static final String SHARED = "com/allleads/portal/rendering/";

    private final Configuration configuration;

    /**
     * The templates that lie beside the classes of a bundle.
     *
     * @param owner any class of the bundle
     */
    public Templates(Class<?> owner) {
        configuration = new Configuration(VERSION);
        configuration.setTemplateLoader(new OwnerTemplates(owner));
        configuration.setObjectWrapper(new ViewValues());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setLocale(Locale.ENGLISH);
        configuration.setLocalizedLookup(false);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        // A bundle's resources do not change while it runs.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.addAutoImport("ui", SHARED + "ui.ftl");
    }

    /**
     * Renders a template.
     *
     * @param beside a class of the owner
     * @param template its path relative to the class
     */
    public String render(Class<?> beside, String template, Map<String, Object> model) {
        String name = beside.getPackageName().replace('.', '/') + "/" + template;
        StringWriter out = new StringWriter(8192);
        try {
            configuration.getTemplate(name).process(model, out);
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
