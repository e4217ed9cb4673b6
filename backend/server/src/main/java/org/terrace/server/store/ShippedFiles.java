package org.terrace.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The data files that lie in the program; see {@link DataFolder#own} for a county's own. */
public final class ShippedFiles {
    private static final String ROOT = "terrace-data/";

    private ShippedFiles() {}

    /**
     * Contents by name, {@code crops/loquat.yaml}.
     *
     * @param pattern of names, as Spring writes it: {@code words/parts/*.en.json}
     */
    public static Map<String, byte[]> read(String pattern) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + pattern)) {
                String url = resource.getURL().toString();
                try (InputStream in = resource.getInputStream()) {
                    files.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own data files cannot be read", e);
        }
        return files;
    }
}
