package org.terrace.server.api;

import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Answers that a browser may keep until the data change. Tags are weak, else Tomcat would not compress. */
public final class Answers {
    private Answers() {}

    public static <T> ResponseEntity<T> kept(WebRequest request, String tag, MediaType type, Supplier<T> body) {
        String weak = "W/\"" + tag + "\"";
        String asked = request.getHeader("If-None-Match");
        if (asked != null && asked.contains("\"" + tag + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(weak).build();
        }
        return ResponseEntity.ok()
                .eTag(weak)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(type)
                .body(body.get());
    }
}
