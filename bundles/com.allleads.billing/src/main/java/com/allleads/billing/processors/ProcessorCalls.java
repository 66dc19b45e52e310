package com.allleads.billing.processors;

import com.allleads.billing.BillingSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls processors on threads of their own, so that a processor that does not answer holds up nobody but its own callers: at
 * each only so many calls are under way at once.
 */
@Component(service = ProcessorCalls.class)
public final class ProcessorCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorCalls.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final BillingSettings settings;
    private final Set<InstalledProcessor> busy = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    /** Bounded at each processor, not here: one that hangs must not use up the threads of the others. */
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    @Activate
    public ProcessorCalls(@Reference BillingSettings settings) {
        this.settings = settings;
    }

    /** Interrupts what is under way at processors, and only there: what became of it is looked up later. */
    @Deactivate
    public void close() {
        threads.shutdown();
        busy.forEach(InstalledProcessor::interrupt);
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some calls to card processors did not end when they were interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts a call.
     *
     * @return completes with what the work returned, however late; empty where too many calls are under way, or billing is
     *     stopping, and so nothing was started
     */
    public <T> Optional<CompletableFuture<T>> start(
            InstalledProcessor processor, Function<InstalledProcessor, T> work) {
        if (!processor.enter(settings.current().callsMost())) {
            return Optional.empty();
        }
        busy.add(processor);
        try {
            return Optional.of(CompletableFuture.supplyAsync(() -> run(processor, work), threads));
        } catch (RejectedExecutionException stopping) {
            leave(processor);
            return Optional.empty();
        }
    }

    /** Starts a call and waits for it as long as is configured; empty where it was not started or did not end in time. */
    public <T> Optional<T> ask(InstalledProcessor processor, Function<InstalledProcessor, T> work) {
        return start(processor, work)
                .flatMap(call -> await(call, settings.current().processorWait()));
    }

    /** Waits for a call; empty where it does not end in time, or without a result. It goes on. */
    public static <T> Optional<T> await(CompletableFuture<T> call, Duration most) {
        try {
            return Optional.ofNullable(call.get(Math.max(0, most.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private <T> T run(InstalledProcessor processor, Function<InstalledProcessor, T> work) {
        try {
            return work.apply(processor);
        } finally {
            leave(processor);
        }
    }

    private void leave(InstalledProcessor processor) {
        if (processor.leave()) {
            busy.remove(processor);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "billing-processor-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
