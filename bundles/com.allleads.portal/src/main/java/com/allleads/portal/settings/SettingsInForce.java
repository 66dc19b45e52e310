package com.allleads.portal.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Every setting of the site's bundles as it was delivered to them, with what it means and its default. What is secret is told
 * to be set, never shown.
 */
@Component(service = SettingsInForce.class)
public final class SettingsInForce {

    private static final String OURS = "com.allleads.";

    /** Also by name, as a careless definition must not show what its key already says. */
    private static final Pattern SECRET = Pattern.compile("(^\\.|.*(password|secret|token|key)$).*");

    private final BundleContext context;
    private final MetaTypeService definitions;
    private final ConfigurationAdmin configurations;

    @Activate
    public SettingsInForce(
            BundleContext context,
            @Reference MetaTypeService definitions,
            @Reference ConfigurationAdmin configurations) {
        this.context = context;
        this.definitions = definitions;
        this.configurations = configurations;
    }

    /** The settings of each configuration, by its name. */
    public List<SettingGroup> groups() {
        return Stream.of(context.getBundles())
                .filter(bundle ->
                        Optional.ofNullable(bundle.getSymbolicName()).orElse("").startsWith(OURS))
                .filter(bundle -> (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0)
                .flatMap(this::groups)
                .sorted(Comparator.comparing(SettingGroup::pid))
                .toList();
    }

    private Stream<SettingGroup> groups(Bundle bundle) {
        var information = definitions.getMetaTypeInformation(bundle);
        return Arrays.stream(information.getPids())
                .map(pid -> group(
                        pid, information.getObjectClassDefinition(pid, Locale.ENGLISH.getLanguage()), delivered(pid)));
    }

    private static SettingGroup group(String pid, ObjectClassDefinition definition, Map<String, Object> values) {
        List<ShownSetting> settings = new ArrayList<>();
        for (AttributeDefinition attribute : definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            String initial = joined(attribute.getDefaultValue());
            Object set = values.get(attribute.getID());
            boolean secret = attribute.getType() == AttributeDefinition.PASSWORD
                    || SECRET.matcher(attribute.getID()).matches();
            String value = set == null ? initial : shown(set);
            settings.add(new ShownSetting(
                    attribute.getID(),
                    secret ? (value.isEmpty() ? "" : "•••") : value,
                    set != null && !value.equals(initial),
                    secret ? "" : initial,
                    Optional.ofNullable(attribute.getDescription()).orElse("")));
        }
        return new SettingGroup(
                pid, Optional.ofNullable(definition.getDescription()).orElse(""), settings);
    }

    private Map<String, Object> delivered(String pid) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? Map.of() : FrameworkUtil.asMap(found[0].getProperties());
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("the settings of " + pid + " cannot be read", e);
        }
    }

    private static String shown(Object value) {
        return value instanceof Object[] several ? joined(several) : value.toString();
    }

    private static String joined(Object[] values) {
        return values == null
                ? ""
                : String.join(", ", Arrays.stream(values).map(Object::toString).toList());
    }

    /**
     * The settings of one configuration.
     *
     * @param pid its name, which is that of its file too
     * @param description what they are about
     * @param settings one by one
     */
    public record SettingGroup(String pid, String description, List<ShownSetting> settings) {}

    /**
     * A setting.
     *
     * @param key what it is called in the file
     * @param value what is in force; dots for a secret
     * @param changed whether it is not the default
     * @param initial the default
     * @param description what it means
     */
    public record ShownSetting(String key, String value, boolean changed, String initial, String description) {}
}
