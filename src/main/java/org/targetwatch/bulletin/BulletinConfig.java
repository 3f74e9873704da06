package org.targetwatch.bulletin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How bulletins look. */
@ConfigMapping(prefix = "targetwatch.bulletin")
public interface BulletinConfig {
    /** A .docx of the house whose styles, page and footer the DOCX takes over; its own text is left out. */
    Optional<Path> template();
}
