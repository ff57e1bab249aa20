//! A questionnaire as an XLSX workbook, to be filled in away from the portal and read back.
