package org.terrace.server.runs;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Deadline;

/** Long work, one piece after the other, told about as it goes and stopped on request. */
@Component
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int KEPT = 200;

    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        void run(Handle handle) throws Exception;
    }

    /** How a job at work speaks to the outside. */
    public static final class Handle {
        private final Jobs jobs;
        private final String id;
        private volatile boolean cancelled;

        Handle(Jobs jobs, String id) {
            this.jobs = jobs;
            this.id = id;
        }

        public void report(String message, Map<String, String> params, double share) {
            jobs.change(id, j -> j.state().isOver() ? j : j.with(Job.State.RUNNING, share, message, params));
        }

        public void version(long version) {
            jobs.change(id, j -> j.onVersion(version));
        }

        public Deadline deadline() {
            return () -> cancelled;
        }
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "terrace-job");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Map<String, List<Consumer<Job>>> listeners = new LinkedHashMap<>();

    /** Work on files: beside the analyses, so that looking at a file never waits for them. One after the other. */
    private final ExecutorService files = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "terrace-file");
        thread.setDaemon(true);
        return thread;
    });

    public Job start(String county, String message, Work work) {
        return start(worker, county, message, work);
    }

    public Job startFile(String county, String message, Work work) {
        return start(files, county, message, work);
    }

    private Job start(ExecutorService on, String county, String message, Work work) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Job job = new Job(id, county, Job.State.QUEUED, 0, message, Map.of(), Optional.empty());
        Handle handle = new Handle(this, id);
        synchronized (this) {
            jobs.put(id, job);
            handles.put(id, handle);
            while (jobs.size() > KEPT) {
                String oldest = jobs.keySet().iterator().next();
                jobs.remove(oldest);
                handles.remove(oldest);
                listeners.remove(oldest);
            }
        }
        on.submit(() -> run(handle, message, work));
        return job;
    }

    private void run(Handle handle, String message, Work work) {
        if (handle.cancelled) {
            return;
        }
        handle.report(message, Map.of(), 0);
        try {
            work.run(handle);
            change(handle.id, j -> j.with(Job.State.DONE, 1, "job.done", Map.of()));
        } catch (Deadline.DeadlinePassedException e) {
            change(handle.id, j -> j.with(Job.State.CANCELLED, j.share(), "job.cancelled", Map.of()));
        } catch (Exception | OutOfMemoryError e) {
            LOG.error(
                    "job {} of county {} failed",
                    handle.id,
                    find(handle.id).map(Job::county).orElse(""),
                    e);
            String what = e instanceof OutOfMemoryError ? "job.out_of_memory" : "job.failed";
            String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            change(handle.id, j -> j.with(Job.State.FAILED, j.share(), what, Map.of("detail", detail)));
        }
    }

    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Jobs of a county, newest first. */
    public synchronized List<Job> of(String county) {
        List<Job> found = new ArrayList<>();
        jobs.values().forEach(j -> {
            if (j.county().equals(county)) {
                found.add(0, j);
            }
        });
        return found;
    }

    /** Asks a job to stop; it does at its next look. */
    public Optional<Job> cancel(String id) {
        synchronized (this) {
            Handle handle = handles.get(id);
            if (handle != null) {
                handle.cancelled = true;
            }
        }
        change(id, j -> j.state() == Job.State.QUEUED ? j.with(Job.State.CANCELLED, 0, "job.cancelled", Map.of()) : j);
        return find(id);
    }

    /** Tells the listener the present state now, and every change until the job is over. @return stops telling */
    public Runnable listen(String id, Consumer<Job> listener) {
        Optional<Job> now;
        synchronized (this) {
            listeners.computeIfAbsent(id, i -> new CopyOnWriteArrayList<>()).add(listener);
            now = find(id);
        }
        now.ifPresent(listener);
        return () -> {
            synchronized (this) {
                List<Consumer<Job>> all = listeners.get(id);
                if (all != null) {
                    all.remove(listener);
                }
            }
        };
    }

    private void change(String id, java.util.function.UnaryOperator<Job> to) {
        List<Consumer<Job>> told;
        Job after;
        synchronized (this) {
            Job before = jobs.get(id);
            if (before == null) {
                return;
            }
            after = to.apply(before);
            if (after.equals(before)) {
                return;
            }
            jobs.put(id, after);
            told = List.copyOf(listeners.getOrDefault(id, List.of()));
        }
        for (Consumer<Job> listener : told) {
            listener.accept(after);
        }
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            handles.values().forEach(h -> h.cancelled = true);
        }
        worker.shutdownNow();
        files.shutdownNow();
    }
}
