package org.terrace.formats.words;

import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language why a command line was not understood; picocli itself speaks English only. */
public final class UsageMistake {
    private static final String NO_VALUE = "Missing required parameter for option";

    private UsageMistake() {}

    public static String of(ParameterException mistake, Words words) {
        if (mistake instanceof MissingParameterException missing) {
            String message = String.valueOf(mistake.getMessage());
            String names = missing.getMissing().stream().map(UsageMistake::name).collect(Collectors.joining(", "));
            return message.startsWith(NO_VALUE)
                    ? words.say("usage.mistake.no_value", Map.of("option", names))
                    : words.say("usage.mistake.missing", Map.of("missing", names));
        }
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return words.say("usage.mistake.unknown", Map.of("unknown", String.join(" ", unmatched.getUnmatched())));
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return words.say("usage.mistake.twice", Map.of("option", name(twice.getOverwritten())));
        }
        ArgSpec argument = mistake.getArgSpec();
        if (argument != null && mistake.getValue() != null) {
            return words.say(
                    "usage.mistake.value",
                    Map.of("option", name(argument), "value", String.valueOf(mistake.getValue())));
        }
        if (argument == null && mistake.getClass() == ParameterException.class) {
            return words.say("usage.mistake.command");
        }
        return words.say("usage.mistake.other", Map.of("detail", String.valueOf(mistake.getMessage())));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
