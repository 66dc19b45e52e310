package com.allleads.portal.console;

import com.allleads.api.console.Listing;
import com.allleads.portal.settings.SettingsInForce;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:settings}. */
@Service
@Command(scope = "allleads", name = "settings", description = "Lists the settings in force; secrets are not shown")
public final class SettingsCommand implements Action {

    @Reference
    private SettingsInForce settings;

    @Option(name = "--changed", description = "Lists only those that are not the default")
    private boolean changed;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing = Listing.of("configuration", "key", "value", "default");
        settings.groups().forEach(group -> group.settings().stream()
                .filter(setting -> !changed || setting.changed())
                .forEach(setting -> listing.row(group.pid(), setting.key(), setting.value(), setting.initial())));
        listing.print(System.out, json, "Every setting is the default.");
        return null;
    }
}
