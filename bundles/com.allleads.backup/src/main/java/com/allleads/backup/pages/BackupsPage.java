package com.allleads.backup.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.backup.BackupRun;
import com.allleads.backup.Backups;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.restore.RestoreRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The backups: made, verified and restored, with how far it is. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:backup",
            "allleads.command=allleads:backups",
            "allleads.command=allleads:backup-verify",
            "allleads.command=allleads:restore"
        })
public final class BackupsPage implements Page {

    private static final String PATH = "/operator/backups";
    private static final int REASON_LENGTH = 200;

    private final Backups backups;
    private final BackupRun run;
    private final RestoreRun restores;
    private final OperatorActs acts;

    @Activate
    public BackupsPage(
            @Reference Backups backups,
            @Reference BackupRun run,
            @Reference RestoreRun restores,
            @Reference OperatorActs acts) {
        this.acts = acts;
        this.backups = backups;
        this.run = run;
        this.restores = restores;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "backups.title", Access.Role.VIEWER, "backups.menu", 875);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(BackupsPage.class, "backups.ftl", model());
        }
        Optional<String> restored = request.parameter("restore");
        if (restored.isPresent()) {
            return restore(request, restored.get());
        }
        Optional<String> verified = request.parameter("verify");
        if (verified.isPresent()) {
            acts.perform(
                    OperatorAct.byPage(request.caller(), "backup-verify").on("backup", verified.get()),
                    () -> run.verify(known(verified.get()).file()));
            return PageAnswer.goTo(PATH, "backups.verifying");
        }
        acts.perform(OperatorAct.byPage(request.caller(), "backup"), run::make);
        return PageAnswer.goTo(PATH, "backups.making");
    }

    /** What it means is said before it is done. */
    private PageAnswer restore(PageRequest request, String file) {
        if (request.parameter("confirmed").isEmpty()) {
            return PageAnswer.show(BackupsPage.class, "restore.ftl", question(Form.blank(), known(file)));
        }
        String reason = request.parameter("reason").orElse("");
        try {
            new FieldErrors().text("reason", reason, REASON_LENGTH).refuse();
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(BackupsPage.class, "restore.ftl", question(form, known(file)));
        }
        OperatorAct act = OperatorAct.byPage(request.caller(), "restore")
                .on("backup", file)
                .because(reason);
        if (find(file).isEmpty()) {
            return acts.perform(act, () -> {
                throw unknown();
            });
        }
        restores.start(file, act);
        return PageAnswer.goTo(PATH, "restore.started");
    }

    private static Map<String, Object> question(Form form, BackupRecord backup) {
        return Map.of("form", form, "file", backup.file(), "madeAt", Instant.ofEpochMilli(backup.madeAt()));
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("form", Form.blank());
        model.put("running", run.state().running() || restores.state().running());
        run.state().step().ifPresent(step -> {
            model.put("step", step.name());
            model.put("done", run.state().done());
        });
        restores.state().failure().or(() -> run.state().failure()).ifPresent(failure -> model.put("failure", failure));
        backups.failure().ifPresent(failure -> model.putIfAbsent("failure", failure));
        restores.state().last().ifPresent(last -> model.put("restored", last.madeAt()));
        model.put("data", shown(Contents.DATA));
        model.put("keys", shown(Contents.KEYS));
        return model;
    }

    private List<Shown> shown(Contents contents) {
        return backups.all(contents).stream().map(Shown::of).toList();
    }

    private BackupRecord known(String name) {
        return find(name).orElseThrow(BackupsPage::unknown);
    }

    private Optional<BackupRecord> find(String name) {
        return backups.all(Contents.DATA).stream()
                .filter(backup -> backup.file().equals(name))
                .findFirst();
    }

    private static ProblemException unknown() {
        return Problem.notFound("A backup with this name").exception();
    }

    /**
     * A backup as operators see it.
     *
     * @param file its name
     * @param madeAt when the copy was current
     * @param kilobytes its size
     * @param rows how many rows it has
     * @param state whether it can be relied on
     * @param problem what is wrong with it
     */
    public record Shown(
            String file, Instant madeAt, long kilobytes, long rows, String state, Optional<String> problem) {

        private static final long KILO = 1_000;

        static Shown of(BackupRecord backup) {
            return new Shown(
                    backup.file(),
                    Instant.ofEpochMilli(backup.madeAt()),
                    (backup.bytes() + KILO - 1) / KILO,
                    backup.rows(),
                    backup.state().name(),
                    backup.problem());
        }
    }
}
