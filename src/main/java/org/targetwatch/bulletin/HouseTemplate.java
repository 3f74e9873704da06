package org.targetwatch.bulletin;

import static java.util.stream.Collectors.joining;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jboss.logging.Logger;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The empty document, with its styles, into which a bulletin is written: the house's own, or the packaged one. */
@ApplicationScoped
class HouseTemplate {
    static final String CODE = "E-TEMPLATE";

    private static final Logger LOG = Logger.getLogger(HouseTemplate.class);
    private static final String FOLDER = "/bulletin/template/";
    private static final Map<String, String> PACKAGED = new LinkedHashMap<>();

    static {
        PACKAGED.put("[Content_Types].xml", "content-types.xml");
        PACKAGED.put("_rels/.rels", "_rels/rels.xml");
        for (String part : List.of("document", "styles", "fontTable", "settings", "footer1")) {
            PACKAGED.put("word/" + part + ".xml", "word/" + part + ".xml");
        }
        PACKAGED.put("word/_rels/document.xml.rels", "word/_rels/document.xml.rels");
    }

    private final Optional<Path> house;

    HouseTemplate(BulletinConfig config) {
        this.house = config.template();
    }

    /** Who starts the program should hear of a broken template of the house, not who wants to issue a bulletin. */
    void check(@Observes StartupEvent started) {
        try {
            if (house.isPresent()) {
                open().close();
            }
        } catch (Problem unusable) {
            LOG.errorf("%s / %s", unusable.detail().zh(), unusable.detail().en());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A document of its own for each call.
     *
     * @throws Problem when the house's template cannot be used
     */
    XWPFDocument open() {
        try {
            return house.isPresent() ? checked(house.get()) : new XWPFDocument(packaged());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static XWPFDocument checked(Path file) throws IOException {
        XWPFDocument document = read(file);
        List<String> missing = missing(document);
        if (!missing.isEmpty()) {
            document.close();
            String names = missing.stream().map(name -> "“" + name + "”").collect(joining("、"));
            throw unusable(file, Text.of("缺少样式 %s", "it lacks the styles %s", names));
        }
        return document;
    }

    private static List<String> missing(XWPFDocument document) {
        return Arrays.stream(DocxStyle.values())
                .filter(style -> style.idIn(document).isEmpty())
                .map(DocxStyle::styleName)
                .toList();
    }

    private static XWPFDocument read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new XWPFDocument(OPCPackage.open(in));
        } catch (IOException | InvalidFormatException | RuntimeException broken) {
            throw unusable(
                    file,
                    Files.isReadable(file)
                            ? new Text("不是可用的 .docx 文件", "it is no .docx file that can be used")
                            : new Text("文件不存在或无权读取", "there is no such file, or it may not be read"));
        }
    }

    private static Problem unusable(Path file, Text why) {
        Text message = Text.of(
                "通报模板 %s 不可用：%s。请更正配置项 targetwatch.bulletin.template；可用系统导出的通报 .docx 修改样式后作为模板。",
                "The template of bulletins, %s, cannot be used: %s. Correct the setting targetwatch.bulletin.template; a .docx of a"
                        + " bulletin from here, with its styles changed, is a good template.",
                Text.shown(file.toString()),
                why);
        return Problem.of(
                Problem.Kind.UNAVAILABLE, message, Violations.of(new Violation(null, "template", CODE, message)));
    }

    /** The parts of a .docx lie as text among the resources, so that a change of a style can be read. */
    private static InputStream packaged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : PACKAGED.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                try (InputStream resource = HouseTemplate.class.getResourceAsStream(FOLDER + part.getValue())) {
                    resource.transferTo(zip);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
