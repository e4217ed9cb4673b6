package org.terrace.formats.epanet;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.text.Encodings;

/**
 * Reads the EPANET input format, versions 2.0 to 2.3: what bears on hydraulics. Quality, energy, tags and drawing are skipped; rules,
 * leakage and pressure-driven demand are refused, for without them the answer would be another.
 *
 * @see "EPANET 2.2 User Manual, Appendix C"
 */
public final class InpReader {
    private InpReader() {}

    /** @return empty when the network would be another than the file's: any line with a hydraulic meaning that was not understood */
    public static Optional<InpProject> read(InputFile file, Issues issues) {
        String text;
        try {
            text = text(Files.readAllBytes(file.path()));
        } catch (IOException e) {
            issues.report(Issue.broken(Place.file(file.name()), "EPANET", e));
            return Optional.empty();
        }
        InpSections sections = InpSections.of(text);
        if (!sections.isNetwork()) {
            issues.report(Issue.error("inp_no_network", Place.file(file.name())));
            return Optional.empty();
        }
        InpProject project = new InpAssembly(sections, new InpReport(file.name(), issues)).project();
        return issues.all().stream().anyMatch(i -> i.severity() == Severity.ERROR)
                ? Optional.empty()
                : Optional.of(project);
    }

    /** Ids may be written in Chinese, as UTF-8 or as the Windows of China writes it. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, Encodings.ofTextFile(bytes).charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
