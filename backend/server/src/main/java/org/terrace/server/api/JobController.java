package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.terrace.server.runs.Assessments;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;

/** Long work: started, watched, stopped. */
@RestController
class JobController {

    @Schema(name = "Job")
    record View(
            String id,

            @Schema(allowableValues = {"queued", "running", "done", "failed", "cancelled"})
            String state,

            double share,
            String message,
            Map<String, String> params,
            @Nullable String version) {

        static View of(Job job) {
            return new View(
                    job.id(),
                    job.state().name().toLowerCase(java.util.Locale.ROOT),
                    Math.round(job.share() * 1e4) / 1e4,
                    job.message(),
                    job.params(),
                    job.version().map(v -> Long.toString(v)).orElse(null));
        }
    }

    @Schema(name = "JobStarted")
    record Started(String jobId) {}

    private final Jobs jobs;
    private final Assessments assessments;
    private final CountyDoor door;

    JobController(Jobs jobs, Assessments assessments, CountyDoor door) {
        this.jobs = jobs;
        this.assessments = assessments;
        this.door = door;
    }

    @PostMapping("/api/counties/{c}/assess")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started assess(@PathVariable String c) {
        return new Started(assessments.start(door.county(c)).id());
    }

    @GetMapping("/api/counties/{c}/jobs")
    List<View> ofCounty(@PathVariable String c) {
        return jobs.of(door.county(c).code()).stream().map(View::of).toList();
    }

    @GetMapping("/api/jobs/{id}")
    View job(@PathVariable String id) {
        return View.of(jobs.find(id).orElseThrow(() -> Refusal.notFound("job", id)));
    }

    @DeleteMapping("/api/jobs/{id}")
    View cancel(@PathVariable String id) {
        return View.of(jobs.cancel(id).orElseThrow(() -> Refusal.notFound("job", id)));
    }

    @GetMapping(path = "/api/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        job(id);
        SseEmitter emitter = new SseEmitter(0L);
        Runnable stop = jobs.listen(id, job -> {
            try {
                emitter.send(View.of(job), MediaType.APPLICATION_JSON);
                if (job.state().isOver()) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            }
        });
        emitter.onCompletion(stop);
        emitter.onTimeout(stop);
        return emitter;
    }
}
