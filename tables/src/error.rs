//! Why a table cannot be read or written, in three languages.

use std::io;

use rastau_messages::{Lang, label};

use crate::Field;
use crate::limits::{MAX_COLUMNS, MAX_ROW_BYTES};

/// The kind of a file that is not a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A web page. Some programs give it the ending .xls.
    Html,
    /// XML, for example the format of Excel 2003.
    Xml,
    /// A PDF.
    Pdf,
    /// A document of a word processor.
    Document,
    /// A binary workbook (XLSB).
    Xlsb,
    /// A workbook, or another office file, with a password.
    Encrypted,
    /// An archive that is not a workbook.
    Archive,
    /// A picture.
    Picture,
}

/// Which limit of a workbook is exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The decompressed size, or the number of files in the archive.
    Decompressed,
    /// The number of cells.
    Cells,
    /// The total length of the texts.
    Text,
    /// The size of the file.
    File,
    /// The memory of the process that reads it, which the host limits.
    Memory,
    /// The time of the process that reads it, which the host limits.
    Time,
}

/// Why a table cannot be read. It has no rows, or none after those that were returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file cannot be read.
    #[error("{}", self.text(Lang::En))]
    Io(#[from] io::Error),
    /// The file is of another kind.
    #[error("{}", self.text(Lang::En))]
    Foreign(Foreign),
    /// The workbook is damaged.
    #[error("{}", self.text(Lang::En))]
    Workbook(String),
    /// The workbook exceeds a limit.
    #[error("{}", self.text(Lang::En))]
    Limit(Limit),
    /// A quotation mark never ends.
    #[error("{}", self.text(Lang::En))]
    OpenQuote {
        /// The line of the quotation mark.
        line: u64,
    },
    /// A row is longer than [`MAX_ROW_BYTES`].
    #[error("{}", self.text(Lang::En))]
    LongRow {
        /// The line on which it starts.
        line: u64,
    },
    /// A row has more than [`MAX_COLUMNS`] cells.
    #[error("{}", self.text(Lang::En))]
    ManyColumns {
        /// The line on which it starts.
        line: u64,
    },
    /// No row is a heading with a column for the number or the text of documents.
    #[error("{}", self.text(Lang::En))]
    NoHeading {
        /// The cells of the row that resembles a heading most; empty if there is no row.
        found: String,
    },
    /// Several columns match one field.
    #[error("{}", self.text(Lang::En))]
    SeveralColumns {
        /// The field.
        field: Field,
        /// The columns, each with its letter and heading.
        columns: Vec<String>,
    },
    /// A column that the options name does not exist.
    #[error("{}", self.text(Lang::En))]
    NoColumn {
        /// The heading or letter in the options.
        name: String,
    },
    /// Several visible sheets have a list.
    #[error("{}", self.text(Lang::En))]
    SeveralSheets {
        /// Their names.
        sheets: Vec<String>,
    },
    /// A sheet that the options name does not exist.
    #[error("{}", self.text(Lang::En))]
    NoSheet {
        /// The name in the options.
        name: String,
        /// The names of the workbook's sheets.
        sheets: Vec<String>,
    },
}

/// Why a row cannot be used. The other rows can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct RowError {
    /// The line, or the row of the sheet.
    pub line: u64,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowProblem {
    /// It has more cells than the heading.
    ManyCells {
        /// The number of cells, without empty ones at the end.
        cells: usize,
        /// The number of columns of the heading.
        columns: usize,
    },
    /// Two columns state different values of one field.
    TwoValues {
        /// The field.
        field: Field,
        /// The two columns, each with its letter and heading.
        columns: [String; 2],
    },
}

impl RowError {
    /// Returns the text in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let line = self.line;
        match &self.problem {
            RowProblem::ManyCells { cells, columns } => lang.text([
                format_args!(
                    "{line}-жол: {cells} ұяшық бар, ал тақырыпта {columns}; ішінде бөлгіші бар ұяшықты тырнақшаға алыңыз"
                ),
                format_args!(
                    "строка {line}: ячеек {cells}, а в заголовке {columns}; заключите ячейку с разделителем в кавычки"
                ),
                format_args!(
                    "line {line}: {cells} cells, but the heading has {columns}; put a cell that contains the delimiter in \
                     quotation marks"
                ),
            ]),
            RowProblem::TwoValues { field, columns: [first, second] } => {
                let name = field.form_field().map_or(field.name(), |field| label(field, lang));
                lang.text([
                    format_args!(
                        "{line}-жол: бұл жолда «{name}» үшін екі түрлі мән көрсетілген: {first} және {second} бағандарында; \
                         жолды түзетіңіз немесе бағанды таңдаңыз"
                    ),
                    format_args!(
                        "строка {line}: для «{name}» указаны два разных значения: в столбцах {first} и {second}; исправьте \
                         строку или выберите столбец"
                    ),
                    format_args!(
                        "line {line}: this row states two different values for \"{name}\": in the columns {first} and \
                         {second}; correct the row, or choose the column"
                    ),
                ])
            }
        }
    }
}

impl Foreign {
    /// What to do with a file of this kind.
    fn text(self, lang: Lang) -> &'static str {
        lang.pick(match self {
            Self::Html => [
                "файл — веб-бет; оны кестелік редакторда ашып, XLSX түрінде сақтаңыз",
                "файл является веб-страницей; откройте его в табличном редакторе и сохраните как XLSX",
                "the file is a web page; open it in a spreadsheet program and save it as XLSX",
            ],
            Self::Xml => [
                "файл XML пішімінде; оны кестелік редакторда ашып, XLSX түрінде сақтаңыз",
                "файл в формате XML; откройте его в табличном редакторе и сохраните как XLSX",
                "the file is XML; open it in a spreadsheet program and save it as XLSX",
            ],
            Self::Pdf => [
                "файл — кесте емес, PDF; тізімді XLSX немесе CSV түрінде беріңіз",
                "файл является PDF, а не таблицей; предоставьте список в формате XLSX или CSV",
                "the file is a PDF, not a table; give the list as XLSX or CSV",
            ],
            Self::Document => [
                "файл — мәтіндік құжат; ондағы кестені кестелік редакторға көшіріп, XLSX түрінде сақтаңыз",
                "файл является текстовым документом; скопируйте таблицу в табличный редактор и сохраните как XLSX",
                "the file is a text document; copy its table into a spreadsheet and save it as XLSX",
            ],
            Self::Xlsb => [
                "файл — екілік жұмыс кітабы (XLSB); оны XLSX түрінде сақтаңыз",
                "файл является двоичной книгой (XLSB); сохраните его как XLSX",
                "the file is a binary workbook (XLSB); save it as XLSX",
            ],
            Self::Encrypted => [
                "файлға құпиясөз қойылған; файлды ашып, құпиясөзін алып тастап, қайта сақтаңыз",
                "файл защищён паролем; откройте его, снимите пароль и сохраните снова",
                "the file has a password; open it, remove the password and save it again",
            ],
            Self::Archive => [
                "файл — жұмыс кітабы жоқ мұрағат; оны ашып, кестенің өзін беріңіз",
                "файл является архивом без книги; распакуйте его и укажите таблицу",
                "the file is an archive without a workbook; unpack it and give the table",
            ],
            Self::Picture => [
                "файл — кесте емес, сурет; тізімді XLSX немесе CSV түрінде беріңіз",
                "файл является изображением, а не таблицей; предоставьте список в формате XLSX или CSV",
                "the file is a picture, not a table; give the list as XLSX or CSV",
            ],
        })
    }
}

impl Limit {
    fn text(self, lang: Lang) -> String {
        match self {
            Self::Decompressed => lang.text([
                format_args!("жұмыс кітабы ашылғанда тым үлкен; тізімді CSV түрінде сақтаңыз"),
                format_args!("книга в распакованном виде слишком велика; сохраните список как CSV"),
                format_args!("the workbook is too large when unpacked; save the list as CSV"),
            ]),
            Self::Cells => lang.text([
                format_args!(
                    "парақта ұяшық тым көп; тізімге кірмейтінін жойыңыз немесе CSV түрінде сақтаңыз"
                ),
                format_args!(
                    "на листе слишком много ячеек; удалите всё вне списка или сохраните его как CSV"
                ),
                format_args!(
                    "the sheet has too many cells; delete what is not part of the list, or save it as CSV"
                ),
            ]),
            Self::Text => lang.text([
                format_args!("парақта мәтін тым көп; тізімді CSV түрінде сақтаңыз"),
                format_args!("на листе слишком много текста; сохраните список как CSV"),
                format_args!("the sheet has too much text; save the list as CSV"),
            ]),
            Self::File => lang.text([
                format_args!("файл XLS үшін тым үлкен; тізімді CSV түрінде сақтаңыз"),
                format_args!("файл слишком велик для XLS; сохраните список как CSV"),
                format_args!("the file is too large for XLS; save the list as CSV"),
            ]),
            Self::Memory => lang.text([
                format_args!("жұмыс кітабын оқуға 512 МиБ жад жетпейді; тізімді CSV түрінде сақтаңыз"),
                format_args!("для чтения книги не хватает 512 МиБ памяти; сохраните список как CSV"),
                format_args!("the workbook needs more than 512 MiB of memory; save the list as CSV"),
            ]),
            Self::Time => lang.text([
                format_args!("жұмыс кітабын оқу 20 секундтан ұзаққа созылды; тізімді CSV түрінде сақтаңыз"),
                format_args!("чтение книги занимает больше 20 секунд; сохраните список как CSV"),
                format_args!("reading the workbook takes more than 20 seconds; save the list as CSV"),
            ]),
        }
    }
}

impl TableError {
    /// Returns the text in a language: lower case, no full stop; what failed, then what to do.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Io(error) => lang.text([
                format_args!("кестені оқу мүмкін емес: {error}"),
                format_args!("не удалось прочитать таблицу: {error}"),
                format_args!("cannot read the table: {error}"),
            ]),
            Self::Foreign(kind) => kind.text(lang).to_owned(),
            Self::Workbook(reason) => lang.text([
                format_args!("жұмыс кітабы зақымдалған ({reason}); оны ашып, қайта сақтаңыз"),
                format_args!("книга повреждена ({reason}); откройте её и сохраните снова"),
                format_args!("the workbook is damaged ({reason}); open it and save it again"),
            ]),
            Self::Limit(limit) => limit.text(lang),
            Self::OpenQuote { line } => lang.text([
                format_args!("{line}-жол: тырнақша жабылмаған; оны жабыңыз немесе алып тастаңыз"),
                format_args!("строка {line}: кавычка не закрыта; закройте или удалите её"),
                format_args!("line {line}: a quotation mark is never closed; close or remove it"),
            ]),
            Self::LongRow { line } => lang.text([
                format_args!("{line}-жол: жол {MAX_ROW_BYTES} байттан ұзын; файлдың кесте екенін тексеріңіз"),
                format_args!(
                    "строка {line}: длина превышает {MAX_ROW_BYTES} байт; проверьте, что файл — таблица"
                ),
                format_args!("line {line}: the row is longer than {MAX_ROW_BYTES} bytes; is this a table?"),
            ]),
            Self::ManyColumns { line } => lang.text([
                format_args!("{line}-жол: {MAX_COLUMNS} ұяшықтан көп; файлдың кесте екенін тексеріңіз"),
                format_args!("строка {line}: ячеек больше {MAX_COLUMNS}; проверьте, что файл — таблица"),
                format_args!("line {line}: the row has more than {MAX_COLUMNS} cells; is this a table?"),
            ]),
            Self::NoHeading { found } => lang.text([
                format_args!(
                    "құжат нөмірінің немесе құжат мәтінінің бағаны бар тақырып жолы табылмады (табылғаны: {found}); бағандарға \
                     атау беріңіз немесе оларды параметрлермен таңдаңыз"
                ),
                format_args!(
                    "не найдена строка заголовков со столбцом номера или текста документа (найдено: {found}); назовите \
                     столбцы или выберите их параметрами"
                ),
                format_args!(
                    "no row is a heading with a column for the document number or the document's text (found: {found}); name \
                     the columns, or choose them with the options"
                ),
            ]),
            Self::SeveralColumns { field, columns } => {
                let (field, columns) = (field.name(), columns.join("; "));
                lang.text([
                    format_args!("«{field}» үшін бірнеше баған бар: {columns}; біреуін таңдаңыз"),
                    format_args!("для «{field}» подходят несколько столбцов: {columns}; выберите один"),
                    format_args!("several columns are for \"{field}\": {columns}; choose one"),
                ])
            }
            Self::NoColumn { name } => lang.text([
                format_args!("кестеде «{name}» бағаны жоқ; тақырыбын немесе әрпін көрсетіңіз"),
                format_args!("в таблице нет столбца «{name}»; укажите заголовок или букву"),
                format_args!("the table has no column \"{name}\"; give a heading or a letter"),
            ]),
            Self::SeveralSheets { sheets } => {
                let sheets = sheets.join("; ");
                lang.text([
                    format_args!("бірнеше парақта тізім бар: {sheets}; біреуін таңдаңыз"),
                    format_args!("списки есть на нескольких листах: {sheets}; выберите один"),
                    format_args!("several sheets have a list: {sheets}; choose one"),
                ])
            }
            Self::NoSheet { name, sheets } => {
                let sheets = sheets.join("; ");
                lang.text([
                    format_args!("жұмыс кітабында «{name}» парағы жоқ; бар парақтар: {sheets}"),
                    format_args!("в книге нет листа «{name}»; есть: {sheets}"),
                    format_args!("the workbook has no sheet \"{name}\"; it has: {sheets}"),
                ])
            }
        }
    }
}
