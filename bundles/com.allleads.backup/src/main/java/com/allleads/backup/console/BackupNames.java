package com.allleads.backup.console;

import com.allleads.backup.Backups;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of backups of the data. */
@Service
public final class BackupNames implements Completer {

    @Reference
    private Backups backups;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(backups.all(Contents.DATA).stream()
                        .map(BackupRecord::file)
                        .toList())
                .complete(session, line, candidates);
    }
}
