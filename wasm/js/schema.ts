// Generated from docs/rastau.schema.json by `npm run types`. Do not edit.

/**
 * What the National Chamber decides about an application.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AccreditationOutcome".
 */
export type AccreditationOutcome = "positive" | "negative";
/**
 * The main stages of accreditation, in their order (art. 23.2).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AccreditationStage".
 */
export type AccreditationStage =
  "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement";
/**
 * Who accredits recognition centres.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Accreditor".
 */
export type Accreditor = "national-chamber" | "accreditation-body";
/**
 * What a violation bears on (art. 26.5, part two).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Affected".
 */
export type Affected = "health" | "life-support" | "safety";
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Date".
 */
export type Date = string;
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "BirthDate".
 */
export type BirthDate = string;
/**
 * The form of an answer.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AnswerForm".
 */
export type AnswerForm = "paper" | "electronic" | "both";
/**
 * Standard or requirements.
 */
export type BasisKind = "standard" | "qualification-requirements";
/**
 * The kind of requirements that a candidate is tested against (art. 15.4).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "BasisKind".
 */
export type BasisKind1 = "standard" | "qualification-requirements";
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 */
export type Date1 = string;
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 */
export type Date2 = string;
/**
 * Why a document was cancelled, as the register says.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "GroundName".
 */
export type GroundName = "confirmed-complaint" | "court-decision" | "issued-in-error" | "holder-request" | "other-law";
/**
 * What the centre decided.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CentreDecision".
 */
export type CentreDecision = "positive" | "negative";
/**
 * What happened to a certificate (art. 26).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EventName".
 */
export type EventName = "revoked" | "resumed" | "liquidated" | "court-ban";
/**
 * What kind of person an applicant or a centre is.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "PersonKind".
 */
export type PersonKind = "legal-entity" | "individual-entrepreneur" | "individual";
/**
 * By which law a centre is accredited (art. 17.1).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RouteName".
 */
export type RouteName = "this-law" | "conformity-assessment";
/**
 * The instant as of which it describes the centres.
 */
export type Timestamp = string;
/**
 * The instant after which the Chamber does not vouch for it.
 */
export type Timestamp1 = string;
/**
 * By which way the copy of a decision went to the centre (art. 26.4).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Channel".
 */
export type Channel = "platform" | "other-electronic" | "paper";
/**
 * What a check rests on.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Citation".
 */
export type Citation =
  | {
      /**
       * Article.
       */
      article: number;
      /**
       * Number of the act.
       */
      law: string;
      /**
       * Paragraph, where the article has them.
       */
      paragraph?: number | null;
      /**
       * Unnumbered part within the paragraph.
       */
      part?: number | null;
      /**
       * Subparagraph.
       */
      subparagraph?: number | null;
    }
  | {
      /**
       * Its name and clause.
       */
      standard: string;
    };
/**
 * Citizenship.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Citizenship".
 */
export type Citizenship = "citizen" | "foreigner" | "stateless";
/**
 * How an applicant, or its founder, stands to an educational institution.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Relation".
 */
export type Relation = "none" | "structural-unit" | "subordinate" | "founded-by" | "rents-premises";
/**
 * Whether recognition in a profession is voluntary under this Law or mandatory under another (art. 15.1).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ModeName".
 */
export type ModeName = "voluntary" | "mandatory";
/**
 * What kind of resource it is.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ResourceKind".
 */
export type ResourceKind = "premises" | "equipment" | "material-resources";
/**
 * By what right a resource is held.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ResourceTitle".
 */
export type ResourceTitle =
  | "ownership"
  | "economic-management"
  | "operational-management"
  | "joint-activity-agreement"
  | "temporary-possession-and-use"
  | "other";
/**
 * An accreditation criterion (art. 24.1).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Criterion".
 */
export type Criterion =
  "legal-entity" | "resources-title" | "professions-in-register" | "draft-programmes" | "personnel";
/**
 * Who decided about an application.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Decider".
 */
export type Decider = "national-chamber" | "accreditation-body" | "authorized-body" | "other";
/**
 * An IIN or BIN, or the number of a foreign document.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Identity".
 */
export type Identity = string;
/**
 * Where the attributes below come from.
 */
export type Source = "register" | "document" | "presented";
/**
 * How something was learnt, beside school (art. 1(4), 1(21)).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EducationKind".
 */
export type EducationKind = "non-formal" | "informal";
/**
 * What a candidate can show for it.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EvidenceKind".
 */
export type EvidenceKind = "certificate" | "certificate-of-completion" | "description";
/**
 * How an exam came out.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExamOutcome".
 */
export type ExamOutcome = "passed" | "not-passed" | "absent";
/**
 * One value.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Fact".
 */
export type Fact = Date3 | Timestamp2 | number | boolean | string | string[] | LocalizedName1;
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 */
export type Date3 = string;
/**
 * An instant, RFC 3339 in UTC.
 */
export type Timestamp2 = string;
/**
 * How old the snapshot's knowledge is, against its own signed times.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Freshness".
 */
export type Freshness = "current" | "late" | "stale" | "expired";
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 */
export type Date4 = string;
/**
 * Whether a document is good on the day asked about.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export type Outcome = "valid" | "invalid" | "indeterminate";
/**
 * What happened to the legal entity of a centre (art. 26.1).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Reorganisation".
 */
export type Reorganisation = "merger" | "accession" | "division" | "separation" | "transformation" | "none-of-these";
/**
 * On what ground a certificate is revoked (art. 26.2).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RevocationGround".
 */
export type RevocationGround = "own-request" | "procedure-violation" | "monitoring-violation" | "confirmed-complaint";
/**
 * The instant at which it expires.
 */
export type Timestamp3 = string;
/**
 * What a person is by office. Who held an office and left it holds it no more from the day of leaving on.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "StatusCategory".
 */
export type StatusCategory =
  | "civil-servant"
  | "law-enforcement-service"
  | "special-state-body"
  | "military"
  | "national-bank"
  | "financial-market-regulator"
  | "judge"
  | "national-deputy"
  | "maslikhat-deputy";
/**
 * The instant as of which it describes the register.
 */
export type Timestamp4 = string;
/**
 * When the freshness statement was signed.
 */
export type Timestamp5 = string;
/**
 * When the next freshness statement is due.
 */
export type Timestamp6 = string;
/**
 * The instant after which the keeper does not vouch for it.
 */
export type Timestamp7 = string;
/**
 * Where the shown attributes come from.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Source".
 */
export type Source1 = "register" | "document" | "presented";
/**
 * An instant in UTC (RFC 3339).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Timestamp".
 */
export type Timestamp8 = string;
/**
 * The signed time of the snapshot that was asked.
 */
export type Timestamp9 = string;
/**
 * A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31.
 */
export type Date5 = string;
/**
 * How old the snapshot's knowledge is.
 */
export type Freshness1 = "current" | "late" | "stale" | "expired";

/**
 * Facts of `art18.s1.age`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Age".
 */
export interface Age {
  /**
   * The day of the application: its answer is shown beside.
   */
  application_date?: Date | null;
  /**
   * The day of birth; the year, or the year and the month, where no more is known.
   */
  date_of_birth?: BirthDate | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
  /**
   * The limits of the profession; `null` where none is set.
   */
  limits?: AgeLimits | null;
}
/**
 * The ages between which a profession may be exercised; from the standard, or from labour law.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AgeLimits".
 */
export interface AgeLimits {
  /**
   * The highest age in years; `null` where there is none.
   */
  max?: number | null;
  /**
   * The least age in years; `null` where there is none.
   */
  min?: number | null;
}
/**
 * Facts of `art22.p2.appeal-consideration`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AppealConsideration".
 */
export interface AppealConsideration {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the centre considered the appeal; not yet where left out.
   */
  considered_on?: Date | null;
  /**
   * The day on which the appeal was filed: where the day of registration is not known, the term cannot end
   * before the one that is counted from here.
   */
  filed_on?: Date | null;
  /**
   * The day on which the centre registered the appeal.
   */
  registered_on?: Date | null;
}
/**
 * Facts of `art22.p1.appeal-window`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "AppealWindow".
 */
export interface AppealWindow {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the appeal was filed; none yet where left out.
   */
  filed_on?: Date | null;
  /**
   * The day on which the candidate was informed of the result; not the day of the decision.
   */
  informed_on?: Date | null;
}
/**
 * A professional standard or a set of qualification requirements, with its identifier.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Basis".
 */
export interface Basis {
  /**
   * The identifier: opaque text of at most 32 bytes.
   */
  id: string;
  kind: BasisKind;
}
/**
 * A professional standard, or qualification requirements, of a profession for a time.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "BasisFacts".
 */
export interface BasisFacts {
  /**
   * The day of approval: the first day in force.
   */
  approved_on?: Date | null;
  /**
   * Its identifier.
   */
  id?: string | null;
  /**
   * The last day in force; `null` where it is still in force.
   */
  in_force_until?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
}
/**
 * What a recognition is based on (art. 15.4): the standards in force, and only in their absence the requirements.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "BasisRequirements".
 */
export interface BasisRequirements {
  /**
   * The qualification requirements.
   */
  qualification_requirements?: Requirements[] | null;
  /**
   * The professional standards of the profession in force; empty where there is none.
   */
  standards?: Requirements[] | null;
}
/**
 * What a standard, or qualification requirements, say about recognition.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Requirements".
 */
export interface Requirements {
  /**
   * Whether every skill is.
   */
  all_skills?: boolean | null;
  /**
   * Their identifier.
   */
  id?: string | null;
  /**
   * Whether results of informal education are recognised.
   */
  informal?: boolean | null;
  /**
   * Whether results of non-formal education are recognised.
   */
  non_formal?: boolean | null;
  /**
   * The skills that are recognised one by one; empty for none.
   */
  skills?: string[] | null;
}
/**
 * The days that a calendar of working days covers; both ends are included.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CalendarInfo".
 */
export interface CalendarInfo {
  from: Date1;
  until: Date2;
}
/**
 * An entry of the register of cancelled documents.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CancelledFacts".
 */
export interface CancelledFacts {
  /**
   * The first day on which it was cancelled.
   */
  cancelled_on?: Date | null;
  /**
   * The number of the document.
   */
  document?: string | null;
  /**
   * Why.
   */
  ground?: GroundName | null;
  /**
   * The day from which it is in force again; not reinstated where left out.
   */
  reinstated_on?: Date | null;
}
/**
 * A centre as the list of centres has it (art. 6.1(5), 11(2)).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CentreFacts".
 */
export interface CentreFacts {
  /**
   * Its business identification number.
   */
  bin?: string | null;
  /**
   * Its certificate.
   */
  certificate?: CertificateFacts | null;
  /**
   * What kind of person it is.
   */
  kind?: PersonKind | null;
  /**
   * The professions that it covers.
   */
  professions?: CoveredFacts[] | null;
  /**
   * By which law it is accredited.
   */
  route?: RouteName | null;
}
/**
 * An accreditation certificate with its history.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CertificateFacts".
 */
export interface CertificateFacts {
  /**
   * What happened to it; empty or `null` where nothing did.
   */
  events?: EventFacts[] | null;
  /**
   * The day of issue: the first day of validity.
   */
  issued_on?: Date | null;
  /**
   * Serial number (art. 25.2).
   */
  serial?: string | null;
  /**
   * The last day of validity.
   */
  valid_to?: Date | null;
}
/**
 * Something that happened to a certificate.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EventFacts".
 */
export interface EventFacts {
  /**
   * What happened.
   */
  kind?: EventName | null;
  /**
   * The day from which it has effect.
   */
  on?: Date | null;
}
/**
 * A profession that an accreditation covers.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CoveredFacts".
 */
export interface CoveredFacts {
  /**
   * The first day.
   */
  from?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The last day; `null` where it is still covered.
   */
  until?: Date | null;
}
/**
 * Facts of `art17.p1.centre-status`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CentreStatus".
 */
export interface CentreStatus {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The centre as the list of centres has it; `null` where the list does not have it.
   */
  centre?: CentreFacts | null;
}
/**
 * A summary of the National Chamber's statement of centres.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CentresInfo".
 */
export interface CentresInfo {
  as_of: Timestamp;
  not_after: Timestamp1;
  /**
   * Version; it only increases.
   */
  version: number;
}
/**
 * Facts of `art25.p2.certificate-issuance`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CertificateIssuance".
 */
export interface CertificateIssuance {
  /**
   * The day on which the post-accreditation agreement was concluded; not yet where left out.
   */
  agreement_on?: Date | null;
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the positive decision.
   */
  decided_on?: Date | null;
  /**
   * The day on which the certificate was issued; not yet where left out.
   */
  issued_on?: Date | null;
  /**
   * The day on which it was entered in the list of accredited centres; not yet where left out.
   */
  listed_on?: Date | null;
}
/**
 * Facts of `art26.p6.certificate-termination`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CertificateTermination".
 */
export interface CertificateTermination {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * Everything that happened to the certificate, in any order; empty where nothing did.
   */
  events?: EventFacts[] | null;
  /**
   * The last day of the certificate's term.
   */
  last_day?: Date | null;
}
/**
 * A complaint against a person who received a document in the centre.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ComplaintFacts".
 */
export interface ComplaintFacts {
  /**
   * The day on which the complaint was confirmed; null where it was not.
   */
  confirmed_on?: Date | null;
  /**
   * The number of that person's document.
   */
  document?: string | null;
}
/**
 * A document that is required on a condition.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ConditionalDocument".
 */
export interface ConditionalDocument {
  /**
   * The document.
   */
  document?: string | null;
  /**
   * Whether the condition holds, and with it the requirement.
   */
  required?: boolean | null;
}
/**
 * Facts of `art15.p3.centre-conducts`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Conducts".
 */
export interface Conducts {
  /**
   * The centre as the list of centres has it; `null` where the list does not have it.
   */
  centre?: CentreFacts | null;
  /**
   * The day of the exam.
   */
  procedure_date?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
}
/**
 * Facts of `art26.p2.s4.confirmed-complaint`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ConfirmedComplaint".
 */
export interface ConfirmedComplaint {
  /**
   * The complaint; null where there is none.
   */
  complaint?: ComplaintFacts | null;
}
/**
 * Facts of `art26.p4.copy-to-centre`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CopyToCentre".
 */
export interface CopyToCentre {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The way by which it was sent.
   */
  channel?: Channel | null;
  /**
   * The day of the decision to revoke.
   */
  decided_on?: Date | null;
  /**
   * The day on which the copy was sent; not yet where left out.
   */
  sent_on?: Date | null;
}
/**
 * A court's decision.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CourtDecision".
 */
export interface CourtDecision {
  /**
   * The day on which it came into legal force; null where it is not final yet.
   */
  in_legal_force_on?: Date | null;
}
/**
 * Facts of `art24.p1.criteria`: those of its members.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Criteria".
 */
export interface Criteria {
  /**
   * Of `art24.p1.s4.draft-programmes`.
   */
  draft_programmes?: DraftProgrammes | null;
  /**
   * Of `art24.p1.s1.legal-entity`.
   */
  legal_entity?: LegalEntity | null;
  /**
   * Of `art24.p2.not-at-educational-institution`.
   */
  not_at_educational_institution?: NotAtEducationalInstitution | null;
  /**
   * Of `art24.p1.s5.personnel`.
   */
  personnel?: Personnel | null;
  /**
   * Of `art24.p1.s3.professions-in-register`.
   */
  professions_in_register?: ProfessionsInRegister | null;
  /**
   * Of `art24.p1.s2.resources-title`.
   */
  resources_title?: ResourcesTitle | null;
}
/**
 * Facts of `art24.p1.s4.draft-programmes`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DraftProgrammes".
 */
export interface DraftProgrammes {
  /**
   * The drafts; empty where there is none.
   */
  drafts?: DraftFacts[] | null;
  /**
   * Codes of the professions that accreditation is asked for.
   *
   * @minItems 1
   */
  professions?: [string, ...string[]] | null;
}
/**
 * A draft of a qualification programme.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DraftFacts".
 */
export interface DraftFacts {
  /**
   * Whether the experts attest that it meets the requirements of the authorised body.
   */
  conforms?: boolean | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
}
/**
 * Facts of `art24.p1.s1.legal-entity`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "LegalEntity".
 */
export interface LegalEntity {
  /**
   * Its business identification number; checked where it is given.
   */
  bin?: string | null;
  /**
   * What kind of person the applicant is.
   */
  kind?: PersonKind | null;
}
/**
 * Facts of `art24.p2.not-at-educational-institution`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "NotAtEducationalInstitution".
 */
export interface NotAtEducationalInstitution {
  /**
   * How the centre, or its founder, stands to an educational institution; the closest relation where there
   * are several.
   */
  relation?: Relation | null;
}
/**
 * Facts of `art24.p1.s5.personnel`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Personnel".
 */
export interface Personnel {
  /**
   * Whether it is attested that they meet all the requirements of the authorised body.
   */
  conforms?: boolean | null;
  /**
   * What is required, in numbers.
   */
  requirements?: PersonnelRequirements | null;
  /**
   * The people who would do the work, one entry each; empty where there is nobody.
   */
  staff?: StaffFacts[] | null;
}
/**
 * What the authorised body requires of the personnel.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "PersonnelRequirements".
 */
export interface PersonnelRequirements {
  /**
   * With so many full years of experience at least, each; zero where none is required.
   */
  experience_years?: number | null;
  /**
   * So many people at least.
   */
  headcount?: number | null;
}
/**
 * One of the applicant's people.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "StaffFacts".
 */
export interface StaffFacts {
  /**
   * Full years of experience.
   */
  experience_years?: number | null;
}
/**
 * Facts of `art24.p1.s3.professions-in-register`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ProfessionsInRegister".
 */
export interface ProfessionsInRegister {
  /**
   * The day of the application.
   */
  as_of?: Date | null;
  /**
   * Codes of the professions that accreditation is asked for.
   *
   * @minItems 1
   */
  professions?: [string, ...string[]] | null;
  /**
   * The register of professions: at least the entries of these; empty where it has none.
   */
  register?: EntryFacts[] | null;
}
/**
 * An entry of the register of professions for a time (art. 5.6).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EntryFacts".
 */
export interface EntryFacts {
  /**
   * The day from which it was there no more; `null` where it is still there.
   */
  excluded_on?: Date | null;
  /**
   * The first day on which the entry was in the register.
   */
  included_on?: Date | null;
  /**
   * Voluntary or mandatory.
   */
  mode?: ModeName | null;
  /**
   * Its names.
   */
  names?: NamesFacts | null;
  /**
   * The other law that decides, for a mandatory profession (art. 15.5).
   */
  other_law?: string | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The validity of documents (art. 21.5).
   */
  validity?: ValidityFacts | null;
}
/**
 * A name in three languages.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "NamesFacts".
 */
export interface NamesFacts {
  /**
   * English.
   */
  en?: string | null;
  /**
   * Kazakh.
   */
  kk?: string | null;
  /**
   * Russian.
   */
  ru?: string | null;
}
/**
 * How long documents are valid by the register (art. 21.5): months, or unlimited.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ValidityFacts".
 */
export interface ValidityFacts {
  /**
   * So many months.
   */
  months?: number | null;
  /**
   * Without an end.
   */
  unlimited?: boolean | null;
}
/**
 * Facts of `art24.p1.s2.resources-title`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ResourcesTitle".
 */
export interface ResourcesTitle {
  /**
   * What the applicant has; empty where it has nothing.
   */
  resources?: ResourceFacts[] | null;
  /**
   * Whether the survey on site attests that it is what the work needs.
   */
  sufficient?: boolean | null;
}
/**
 * Something that the applicant has.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ResourceFacts".
 */
export interface ResourceFacts {
  /**
   * What kind it is.
   */
  kind?: ResourceKind | null;
  /**
   * By what right it is held.
   */
  title?: ResourceTitle | null;
}
/**
 * Violated criteria that monitoring found.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "CriteriaFinding".
 */
export interface CriteriaFinding {
  /**
   * Which criteria are violated.
   *
   * @minItems 1
   */
  criteria?: [Criterion, ...Criterion[]] | null;
  /**
   * The day on which that was detected.
   */
  detected_on?: Date | null;
}
/**
 * A time of temporary disability, certified, both days included.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DisabilityFacts".
 */
export interface DisabilityFacts {
  /**
   * The first day.
   */
  from?: Date | null;
  /**
   * The last day.
   */
  to?: Date | null;
}
/**
 * Facts of `art26.p2.part2.document-cancellation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DocumentCancellation".
 */
export interface DocumentCancellation {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The entries of the register of cancelled documents; entries of other documents do not matter.
   */
  cancelled_register?: CancelledFacts[] | null;
  /**
   * The complaint against a holder, if one is known of; null where there is none. The answer about the document
   * does not need it: a complaint alone cancels nothing.
   */
  complaint?: ComplaintFacts | null;
  /**
   * The number of the document.
   */
  document?: string | null;
  /**
   * The day on which the register stood so.
   */
  register_as_of?: Date | null;
}
/**
 * The document as far as it is known.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DocumentDetails".
 */
export interface DocumentDetails {
  /**
   * Serial number of the accreditation certificate.
   */
  accreditation: string | null;
  /**
   * What was tested against.
   */
  basis: Basis | null;
  /**
   * The centre, by BIN.
   */
  centre: NamedCode | null;
  /**
   * Edition of the classifier.
   */
  edition: string | null;
  /**
   * The day of the exam.
   */
  exam_on: Date | null;
  /**
   * The holder; absent on an invalid document, unless the caller typed it.
   */
  holder: Holder | null;
  /**
   * The day of issue.
   */
  issued_on: Date | null;
  /**
   * Qualification level.
   */
  level: string | null;
  /**
   * Document number.
   */
  number: string;
  /**
   * The profession.
   */
  profession: NamedCode | null;
  /**
   * The qualification.
   */
  qualification: NamedCode | null;
  /**
   * The skills, for a document on skills only (art. 20); empty for a whole profession.
   */
  skills: NamedCode[];
  source: Source;
  /**
   * Whether the validity has no end.
   */
  unlimited: boolean;
  /**
   * The last day of validity; none when unlimited or unknown.
   */
  valid_until: Date | null;
}
/**
 * A code with the names that the register gives it.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "NamedCode".
 */
export interface NamedCode {
  /**
   * The code.
   */
  code: string;
  /**
   * Its names in the register; none where the register has none for the code.
   */
  names: LocalizedName | null;
}
/**
 * A name in the register's three languages.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "LocalizedName".
 */
export interface LocalizedName {
  /**
   * English.
   */
  en: string;
  /**
   * Kazakh.
   */
  kk: string;
  /**
   * Russian.
   */
  ru: string;
}
/**
 * The holder as the caller presented them; shown only while the document may still be good.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Holder".
 */
export interface Holder {
  /**
   * Identity number.
   */
  identity: Identity | null;
  /**
   * Names, the registered spelling first.
   */
  names: string[];
}
/**
 * Facts of `art21.p5.document-validity`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DocumentValidity".
 */
export interface DocumentValidity {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The day of issue.
   */
  issued_on?: Date | null;
  /**
   * The last day that is printed on the document; none where left out.
   */
  valid_to_printed?: Date | null;
  /**
   * The validity that the register gave the profession on the day of issue.
   */
  validity?: ValidityFacts | null;
}
/**
 * Facts of `art18.s2.documents-complete`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "DocumentsComplete".
 */
export interface DocumentsComplete {
  /**
   * The documents that are required on a condition; empty or `null` where there are none.
   */
  conditional?: ConditionalDocument[] | null;
  /**
   * The documents that the rules of recognition require of everyone.
   *
   * @minItems 1
   */
  required?: [string, ...string[]] | null;
  /**
   * The documents submitted; may be empty.
   */
  submitted?: string[] | null;
}
/**
 * Facts of `art19.p1.nonformal-informal-recognisable`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "EducationRecognisable".
 */
export interface EducationRecognisable {
  /**
   * What the recognition is based on.
   */
  basis?: BasisRequirements | null;
  /**
   * The kinds of education whose results are to be recognised.
   *
   * @minItems 1
   */
  requested?: [EducationKind, ...EducationKind[]] | null;
}
/**
 * One piece of evidence.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Evidence".
 */
export interface Evidence {
  /**
   * The day of issue.
   */
  issued_on?: Date | null;
  /**
   * Whether an organisation that provides educational services issued it.
   */
  issuer_is_provider?: boolean | null;
  /**
   * What it is.
   */
  kind?: EvidenceKind | null;
  /**
   * The description itself.
   */
  text?: string | null;
}
/**
 * Facts of `art18.exam-admission`: those of its three members.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExamAdmission".
 */
export interface ExamAdmission {
  /**
   * Of `art18.s1.age`.
   */
  age?: Age | null;
  /**
   * Of `art18.s2.documents-complete`.
   */
  documents_complete?: DocumentsComplete | null;
  /**
   * Of `art18.s3.safety-attested`.
   */
  safety_attested?: SafetyAttested | null;
}
/**
 * Facts of `art18.s3.safety-attested`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SafetyAttested".
 */
export interface SafetyAttested {
  /**
   * Whether the centre attests that the candidate complies with the requirements of safety.
   */
  attestation?: boolean | null;
  /**
   * The day of the attestation.
   */
  date?: Date | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
}
/**
 * The result of an exam.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExamResult".
 */
export interface ExamResult {
  /**
   * The day of the exam.
   */
  date?: Date | null;
  /**
   * Which exam.
   */
  exam?: string | null;
  /**
   * How it came out.
   */
  outcome?: ExamOutcome | null;
}
/**
 * A finding in words.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExplainedFinding".
 */
export interface ExplainedFinding {
  /**
   * What to do, where it is not satisfied.
   */
  advice: string | null;
  /**
   * What the check rests on.
   */
  source: string;
  /**
   * What came out.
   */
  text: string;
  /**
   * What was checked.
   */
  title: string;
  /**
   * Whether it could not be made only because another one could not.
   */
  waits: boolean;
}
/**
 * A rule's answer in words.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExplainedRule".
 */
export interface ExplainedRule {
  /**
   * What to do, where there is something.
   */
  advice: string | null;
  /**
   * The members of an aggregate, or the rules of a composite question.
   */
  parts: ExplainedRule[];
  /**
   * The provision of the Law.
   */
  source: string;
  /**
   * What came out.
   */
  text: string;
  /**
   * What was asked.
   */
  title: string;
  /**
   * What moved the answer: days that were skipped, readings that were chosen.
   */
  trace: string[];
}
/**
 * A verdict in words. Field order is the JSON's field order.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ExplainedVerdict".
 */
export interface ExplainedVerdict {
  /**
   * The document as far as it is known: label and value, in the order in which to show them. A row without a label
   * goes on from the one before.
   */
  document: [unknown, unknown][];
  /**
   * Every finding, in the verdict's order.
   */
  findings: ExplainedFinding[];
  /**
   * The grade of freshness in one or two words.
   */
  freshness: string;
  /**
   * The answer in a line or two.
   */
  headline: string;
  /**
   * Code of the language.
   */
  lang: string;
  /**
   * The outcome in one or two words.
   */
  outcome: string;
}
/**
 * A name in the register's three languages.
 */
export interface LocalizedName1 {
  /**
   * English.
   */
  en: string;
  /**
   * Kazakh.
   */
  kk: string;
  /**
   * Russian.
   */
  ru: string;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Facts".
 */
export interface Facts {
  [k: string]: Fact | undefined;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
  because?:
    | "snapshot.authentic"
    | "snapshot.complete"
    | "snapshot.fresh"
    | "clock.plausible"
    | "document.readable"
    | "document.key-known"
    | "document.signature"
    | "document.key-in-scope"
    | "document.key-in-force"
    | "document.issue-date"
    | "register.listed"
    | "register.code"
    | "register.holder"
    | "register.name"
    | "register.profession"
    | "register.qualification"
    | "register.level"
    | "register.skills"
    | "register.centre"
    | "register.accreditation"
    | "register.basis"
    | "register.exam-date"
    | "register.issue-date"
    | "register.validity"
    | "art31.entry-into-force"
    | "art15.p1.profession-recognisable"
    | "art15.p5.mandatory-other-law"
    | "art15.p4.part2.basis"
    | "art15.p3.centre-conducts"
    | "art20.p3.skill-document-fields"
    | "art21.p5.document-validity"
    | "art26.p2.part2.document-cancellation";
  citation: Citation;
  code:
    | 1001
    | 1002
    | 1003
    | 1004
    | 1101
    | 1102
    | 1103
    | 1104
    | 1105
    | 1106
    | 1201
    | 1202
    | 1203
    | 1204
    | 1205
    | 1206
    | 1207
    | 1208
    | 1209
    | 1210
    | 1211
    | 1212
    | 1213
    | 1214
    | 1301
    | 1302
    | 1303
    | 1304
    | 1305
    | 1306
    | 1307
    | 1308;
  facts: Facts;
  id:
    | "snapshot.authentic"
    | "snapshot.complete"
    | "snapshot.fresh"
    | "clock.plausible"
    | "document.readable"
    | "document.key-known"
    | "document.signature"
    | "document.key-in-scope"
    | "document.key-in-force"
    | "document.issue-date"
    | "register.listed"
    | "register.code"
    | "register.holder"
    | "register.name"
    | "register.profession"
    | "register.qualification"
    | "register.level"
    | "register.skills"
    | "register.centre"
    | "register.accreditation"
    | "register.basis"
    | "register.exam-date"
    | "register.issue-date"
    | "register.validity"
    | "art31.entry-into-force"
    | "art15.p1.profession-recognisable"
    | "art15.p5.mandatory-other-law"
    | "art15.p4.part2.basis"
    | "art15.p3.centre-conducts"
    | "art20.p3.skill-document-fields"
    | "art21.p5.document-validity"
    | "art26.p2.part2.document-cancellation";
  missing?: string[];
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  readings?: Reading[];
}
/**
 * One defensible reading of the law and the answer it gives.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Reading".
 */
export interface Reading {
  facts: Facts1;
  /**
   * The reading's stable name.
   */
  reading: string;
  /**
   * Whether the check is satisfied under it.
   */
  satisfied: boolean;
}
/**
 * What it computes.
 */
export interface Facts1 {
  [k: string]: Fact | undefined;
}
/**
 * Facts of `art29.p2.free-choice`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "FreeChoice".
 */
export interface FreeChoice {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The centre that the holder chose, as the list of centres has it; null where it is not on the list.
   */
  centre?: CentreFacts | null;
  /**
   * Code of the profession that the holder chose.
   */
  profession?: string | null;
  /**
   * Entries of the register of professions; those of other professions do not matter.
   */
  register?: EntryFacts[] | null;
  /**
   * The day up to which these entries are known.
   */
  register_as_of?: Date | null;
}
/**
 * Facts of `art23.p1.free-voluntary`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "FreeVoluntary".
 */
export interface FreeVoluntary {
  /**
   * Who accredits.
   */
  accreditor?: Accreditor | null;
  /**
   * Whether the authorised body agreed.
   */
  coordinated?: boolean | null;
  /**
   * What was charged for the accreditation, in tenge.
   */
  fee_charged?: number | null;
}
/**
 * Facts of `art31.entry-into-force`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "InForce".
 */
export interface InForce {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The day of the first official publication.
   */
  first_published_on?: Date | null;
}
/**
 * A period of days. Both ends are included; the end can be open.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Interval".
 */
export interface Interval {
  from: Date4;
  /**
   * The last day, or `None` for an open end.
   */
  until: Date | null;
}
/**
 * What the monitoring of a centre established.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "MonitoringFinding".
 */
export interface MonitoringFinding {
  /**
   * Whether a condition of the post-accreditation agreement is violated (art. 25.2).
   */
  agreement?: boolean | null;
  /**
   * Whether an accreditation criterion is violated (art. 24).
   */
  criteria?: boolean | null;
  /**
   * The day on which it was detected.
   */
  detected_on?: Date | null;
}
/**
 * Facts of `art26.p2.s3.monitoring-violation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "MonitoringViolation".
 */
export interface MonitoringViolation {
  /**
   * What monitoring established; null where it established nothing.
   */
  finding?: MonitoringFinding | null;
}
/**
 * Facts of `art21.p3.negative-decision-duties`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "NegativeDecisionDuties".
 */
export interface NegativeDecisionDuties {
  /**
   * What the centre decided.
   */
  decision?: CentreDecision | null;
  /**
   * The certified times of temporary disability.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day of the exam, where temporary disability may explain the result (art. 21.2).
   */
  exam_date?: Date | null;
  /**
   * Whether the centre gave its recommendations; not yet where left out.
   */
  recommendations?: boolean | null;
  /**
   * The day that the centre set for the retake; none yet where left out.
   */
  retake_on?: Date | null;
}
/**
 * Facts of `art29.p1.once-a-year`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "OnceAYear".
 */
export interface OnceAYear {
  /**
   * The days on which the person was given vouchers before, used or not; empty where never.
   */
  previous_issued_on?: Date[] | null;
  /**
   * The day of the request.
   */
  request_date?: Date | null;
}
/**
 * Facts of `art26.p2.s1.own-request`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "OwnRequest".
 */
export interface OwnRequest {
  /**
   * The day on which the National Chamber received the centre's written statement; null where there is none.
   */
  statement_on?: Date | null;
}
/**
 * An established violation of the recognition procedure.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ProcedureFinding".
 */
export interface ProcedureFinding {
  /**
   * The day on which it was detected.
   */
  detected_on?: Date | null;
}
/**
 * Facts of `art26.p2.s2.procedure-violation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ProcedureViolation".
 */
export interface ProcedureViolation {
  /**
   * The established violation of the recognition procedure; null where none was established.
   */
  finding?: ProcedureFinding | null;
}
/**
 * A qualification programme of the centre.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ProgrammeFacts".
 */
export interface ProgrammeFacts {
  /**
   * The day on which the centre approved it; `null` while it has not.
   */
  approved_on?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
}
/**
 * What a centre must publish (art. 17.2(1), 17.2(2)).
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Publication".
 */
export interface Publication {
  /**
   * Its activities.
   */
  activities?: boolean | null;
  /**
   * What candidates must know: the procedure, the documents, the terms of exams and retakes.
   */
  candidate_information?: boolean | null;
  /**
   * What its services cost.
   */
  prices?: boolean | null;
  /**
   * Its structure.
   */
  structure?: boolean | null;
}
/**
 * Facts of `art23.p5.reapply-by`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ReapplyBy".
 */
export interface ReapplyBy {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The last day of the certificate.
   */
  certificate_last_day?: Date | null;
  /**
   * The day on which re-accreditation was applied for; not yet where left out.
   */
  filed_on?: Date | null;
}
/**
 * Facts of `art15.p1.profession-recognisable`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Recognisable".
 */
export interface Recognisable {
  /**
   * The day of the application, or of the decision.
   */
  as_of?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The register of professions with its history: at least the entries of this profession; empty where it
   * has none.
   */
  register?: EntryFacts[] | null;
  /**
   * The day up to which these entries are known; of a later day nothing is.
   */
  register_as_of?: Date | null;
}
/**
 * Facts of `art25.p4.refusal-notice`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RefusalNotice".
 */
export interface RefusalNotice {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the negative decision.
   */
  decided_on?: Date | null;
  /**
   * In which written form it was sent.
   */
  form?: AnswerForm | null;
  /**
   * Whether the answer gives the reasons.
   */
  reasons_given?: boolean | null;
  /**
   * The day on which the answer was sent, whenever it arrived; not yet where left out.
   */
  sent_on?: Date | null;
}
/**
 * A skill asked for.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RequestedSkill".
 */
export interface RequestedSkill {
  /**
   * Code of its profession.
   */
  profession?: string | null;
  /**
   * The skill.
   */
  skill?: string | null;
}
/**
 * Facts of `art21.p2.retake-after-disability`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RetakeAfterDisability".
 */
export interface RetakeAfterDisability {
  /**
   * The certified times of temporary disability; empty where there was none.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
  /**
   * How it came out.
   */
  outcome?: ExamOutcome | null;
}
/**
 * Facts of `art26.p3.revocation-decision`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RevocationDecision".
 */
export interface RevocationDecision {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the decision; not yet where left out.
   */
  decided_on?: Date | null;
  /**
   * The day on which the violation was detected, or the complaint confirmed; none for the centre's own request.
   */
  detected_on?: Date | null;
  /**
   * On which ground the certificate is to be revoked.
   */
  ground?: RevocationGround | null;
  /**
   * The day of the event: for the centre's own request, the day on which its statement was received; for a
   * violation, the day on which it was committed; null where that day is not established.
   */
  occurred_on?: Date | null;
}
/**
 * A summary of a role.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RoleInfo".
 */
export interface RoleInfo {
  /**
   * The ids of the keys, hexadecimal.
   */
  keys: string[];
  /**
   * `root`, `keeper`, `chamber` or `fresh`.
   */
  role: string;
  /**
   * The number of keys that must sign.
   */
  threshold: number;
}
/**
 * A summary of the trust root.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "RootInfo".
 */
export interface RootInfo {
  expires: Timestamp3;
  /**
   * SHA-256 of its content, hexadecimal.
   */
  fingerprint: string;
  /**
   * The roles and their keys.
   */
  roles: RoleInfo[];
  /**
   * Version.
   */
  version: number;
}
/**
 * Facts of `art20.p1.same-profession`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SameProfession".
 */
export interface SameProfession {
  /**
   * The skills asked for in one application: at least one.
   */
  skills?: RequestedSkill[] | null;
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Scope".
 */
export interface Scope {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * A summary of a segment.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SegmentInfo".
 */
export interface SegmentInfo {
  /**
   * Size in bytes.
   */
  bytes: number;
  /**
   * Number of entries.
   */
  entries: number;
  /**
   * `documents`, `status`, `tables` or `centres`.
   */
  kind: string;
  /**
   * Serial number among the segments of its kind.
   */
  serial: number;
}
/**
 * Facts of `art20.p3.skill-document-fields`: what a document states. What is left out stands not on it.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SkillDocument".
 */
export interface SkillDocument {
  /**
   * Whether the document is on a skill or skills rather than on a whole profession.
   */
  is_skill_document?: boolean | null;
  /**
   * The name of the profession.
   */
  profession_name?: string | null;
  /**
   * The name of the qualification.
   */
  qualification_name?: string | null;
  /**
   * The names of the skills.
   */
  skills?: string[] | null;
}
/**
 * Facts of `art20.p2.skill-recognition-established`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SkillRecognition".
 */
export interface SkillRecognition {
  /**
   * What the recognition is based on.
   */
  basis?: BasisRequirements | null;
  /**
   * The skills asked for.
   *
   * @minItems 1
   */
  skills?: [string, ...string[]] | null;
}
/**
 * A summary of an open snapshot. The order of the fields is their order in JSON.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "SnapshotInfo".
 */
export interface SnapshotInfo {
  as_of: Timestamp4;
  /**
   * Bytes of all segments.
   */
  bytes: number;
  centres: CentresInfo1;
  checked_at: Timestamp5;
  coverage: Interval1;
  /**
   * Number of listed documents.
   */
  documents: number;
  /**
   * Epoch of the manifest.
   */
  epoch: number;
  next_update: Timestamp6;
  not_after: Timestamp7;
  /**
   * Name of the register.
   */
  register: string;
  root: RootInfo1;
  /**
   * The segments.
   */
  segments: SegmentInfo[];
  /**
   * Version within the epoch.
   */
  version: number;
  /**
   * The days that its calendar of working days covers, if it contains one.
   */
  working_days: CalendarInfo | null;
}
/**
 * The National Chamber's statement.
 */
export interface CentresInfo1 {
  as_of: Timestamp;
  not_after: Timestamp1;
  /**
   * Version; it only increases.
   */
  version: number;
}
/**
 * The issue dates for which all documents are listed.
 */
export interface Interval1 {
  from: Date4;
  /**
   * The last day, or `None` for an open end.
   */
  until: Date | null;
}
/**
 * The trust root in use.
 */
export interface RootInfo1 {
  expires: Timestamp3;
  /**
   * SHA-256 of its content, hexadecimal.
   */
  fingerprint: string;
  /**
   * The roles and their keys.
   */
  roles: RoleInfo[];
  /**
   * Version.
   */
  version: number;
}
/**
 * A stage that was gone through.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "StageFacts".
 */
export interface StageFacts {
  /**
   * The day on which it was finished.
   */
  on?: Date | null;
  /**
   * Which stage.
   */
  stage?: AccreditationStage | null;
}
/**
 * The answer about one document. Field order is the JSON's field order.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export interface Verdict {
  as_of: Timestamp9;
  document: DocumentDetails1;
  evaluated_on: Date5;
  findings: Finding[];
  freshness: Freshness1;
  outcome: Outcome;
  schema: string;
}
/**
 * The document as far as it is known.
 */
export interface DocumentDetails1 {
  /**
   * Serial number of the accreditation certificate.
   */
  accreditation: string | null;
  /**
   * What was tested against.
   */
  basis: Basis | null;
  /**
   * The centre, by BIN.
   */
  centre: NamedCode | null;
  /**
   * Edition of the classifier.
   */
  edition: string | null;
  /**
   * The day of the exam.
   */
  exam_on: Date | null;
  /**
   * The holder; absent on an invalid document, unless the caller typed it.
   */
  holder: Holder | null;
  /**
   * The day of issue.
   */
  issued_on: Date | null;
  /**
   * Qualification level.
   */
  level: string | null;
  /**
   * Document number.
   */
  number: string;
  /**
   * The profession.
   */
  profession: NamedCode | null;
  /**
   * The qualification.
   */
  qualification: NamedCode | null;
  /**
   * The skills, for a document on skills only (art. 20); empty for a whole profession.
   */
  skills: NamedCode[];
  source: Source;
  /**
   * Whether the validity has no end.
   */
  unlimited: boolean;
  /**
   * The last day of validity; none when unlimited or unknown.
   */
  valid_until: Date | null;
}
/**
 * Facts of `art29.p1.voucher-eligibility`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "VoucherEligibility".
 */
export interface VoucherEligibility {
  /**
   * Whether the Law applies to the person on that day: what `art2.p3.scope` answers.
   */
  in_scope?: boolean | null;
  /**
   * Whether the person was registered as unemployed on the day of the request.
   */
  registered_unemployed?: boolean | null;
  /**
   * The day of the request.
   */
  request_date?: Date | null;
}
/**
 * Facts of `art29.p1.use-within-validity` and of `art29.p3.cancel-unused`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "VoucherUse".
 */
export interface VoucherUse {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * Certified temporary disabilities of the holder; none where left out.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day on which the holder underwent the procedure with it, not the day of booking; unused where left out.
   */
  used_on?: Date | null;
  /**
   * The first day of validity that the voucher states.
   */
  valid_from?: Date | null;
  /**
   * The last day of validity that the voucher states, without an extension.
   */
  valid_to?: Date | null;
}
/**
 * Facts of `art10.p3.council-info-freshness`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art10.p3.council-info-freshness.facts".
 */
export interface Art10P3CouncilInfoFreshnessFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the last update.
   */
  last_updated?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art10.p3.council-info-freshness.result".
 */
export interface Art10P3CouncilInfoFreshnessResult {
  citation: {article: 10; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art10.p3.council-info-freshness";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "fresh" | "stale";
  };
}
/**
 * What moved an answer: a stable name, and the days and names it concerns.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "step".
 */
export interface Step {
  why: string;
}
/**
 * Facts of `art15.p1.profession-recognisable`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p1.profession-recognisable.facts".
 */
export interface Art15P1ProfessionRecognisableFacts {
  /**
   * The day of the application, or of the decision.
   */
  as_of?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The register of professions with its history: at least the entries of this profession; empty where it
   * has none.
   */
  register?: EntryFacts[] | null;
  /**
   * The day up to which these entries are known; of a later day nothing is.
   */
  register_as_of?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p1.profession-recognisable.result".
 */
export interface Art15P1ProfessionRecognisableResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art15.p1.profession-recognisable";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    as_of?: Date;
    from?: Date;
    mode?: "voluntary" | "mandatory";
    other_law?: string;
    profession?: string;
    profession_name?: LocalizedName;
    status?: "recognisable" | "not-in-register" | "not-yet-in-register" | "excluded";
    until?: Date;
  };
}
/**
 * Facts of `art15.p2.voluntary-governed-here` and of `art15.p5.mandatory-other-law`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p2.voluntary-governed-here.facts".
 */
export interface Art15P2VoluntaryGovernedHereFacts {
  /**
   * Voluntary or mandatory.
   */
  mode?: ModeName | null;
  /**
   * The other law that the register names for a mandatory profession.
   */
  other_law?: string | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p2.voluntary-governed-here.result".
 */
export interface Art15P2VoluntaryGovernedHereResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art15.p2.voluntary-governed-here";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "governed-here" | "governed-elsewhere";
  };
}
/**
 * Facts of `art15.p3.centre-conducts`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p3.centre-conducts.facts".
 */
export interface Art15P3CentreConductsFacts {
  /**
   * The centre as the list of centres has it; `null` where the list does not have it.
   */
  centre?: CentreFacts | null;
  /**
   * The day of the exam.
   */
  procedure_date?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p3.centre-conducts.result".
 */
export interface Art15P3CentreConductsResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art15.p3.centre-conducts";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    centre?: string;
    exam_on?: Date;
    from?: Date;
    revoked_later?: Date;
    since?: Date;
    status?:
      | "accredited"
      | "profession-not-covered"
      | "unknown-centre"
      | "not-legal-entity"
      | "not-yet"
      | "expired"
      | "revoked"
      | "liquidated"
      | "court-ban";
    until?: Date;
  };
}
/**
 * Facts of `art15.p3.part2.funding`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p3.part2.funding.facts".
 */
export interface Art15P3Part2FundingFacts {
  /**
   * Voluntary or mandatory.
   */
  mode?: ModeName | null;
  /**
   * Whether the employer sent the candidate, and pays under labour law.
   */
  sent_by_employer?: boolean | null;
  /**
   * Whether the candidate holds a one-time voucher that may be used (art. 29).
   */
  voucher?: boolean | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p3.part2.funding.result".
 */
export interface Art15P3Part2FundingResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 3; part: 2};
  missing: string[];
  norm: "art15.p3.part2.funding";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    not_known?: ("employer" | "voucher")[];
    sources?: ("candidate" | "other-lawful" | "employer" | "voucher")[];
    status?: "funding" | "governed-elsewhere";
  };
}
/**
 * Facts of `art15.p4.part2.basis`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p4.part2.basis.facts".
 */
export interface Art15P4Part2BasisFacts {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The qualification requirements under the Labour Code: at least those of this profession.
   */
  qualification_requirements?: BasisFacts[] | null;
  /**
   * The list of approved professional standards: at least those of this profession.
   */
  standards?: BasisFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p4.part2.basis.result".
 */
export interface Art15P4Part2BasisResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 4; part: 2};
  missing: string[];
  norm: "art15.p4.part2.basis";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    bases?: string[];
    status?: "standard" | "qualification-requirements" | "no-basis";
  };
}
/**
 * Facts of `art15.p2.voluntary-governed-here` and of `art15.p5.mandatory-other-law`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p5.mandatory-other-law.facts".
 */
export interface Art15P5MandatoryOtherLawFacts {
  /**
   * Voluntary or mandatory.
   */
  mode?: ModeName | null;
  /**
   * The other law that the register names for a mandatory profession.
   */
  other_law?: string | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art15.p5.mandatory-other-law.result".
 */
export interface Art15P5MandatoryOtherLawResult {
  citation: {article: 15; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art15.p5.mandatory-other-law";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    mode?: "voluntary" | "mandatory";
    other_law?: string;
    status?: "governed-here";
  };
}
/**
 * Facts of `art17.p1.centre-status`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p1.centre-status.facts".
 */
export interface Art17P1CentreStatusFacts {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The centre as the list of centres has it; `null` where the list does not have it.
   */
  centre?: CentreFacts | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p1.centre-status.result".
 */
export interface Art17P1CentreStatusResult {
  citation: {article: 17; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art17.p1.centre-status";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    from?: Date;
    last_day?: Date;
    lost_later?: Date;
    route?: "this-law" | "conformity-assessment";
    since?: Date;
    status?:
      | "accredited"
      | "unknown-centre"
      | "not-legal-entity"
      | "not-yet"
      | "expired"
      | "revoked"
      | "liquidated"
      | "court-ban"
      | "contestable";
  };
}
/**
 * Facts of `art17.p1.part2.accreditor-matches-route`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p1.part2.accreditor-matches-route.facts".
 */
export interface Art17P1Part2AccreditorMatchesRouteFacts {
  /**
   * Who accredited it.
   */
  accreditor?: Accreditor | null;
  /**
   * By which law the centre was accredited.
   */
  route?: RouteName | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p1.part2.accreditor-matches-route.result".
 */
export interface Art17P1Part2AccreditorMatchesRouteResult {
  citation: {article: 17; law: "14-VIII"; paragraph: 1; part: 2};
  missing: string[];
  norm: "art17.p1.part2.accreditor-matches-route";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    expected?: "national-chamber" | "accreditation-body";
    found?: "national-chamber" | "accreditation-body";
    status?: "matches" | "other-accreditor";
  };
}
/**
 * Facts of `art17.p2.s4.programme-exists`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p2.s4.programme-exists.facts".
 */
export interface Art17P2S4ProgrammeExistsFacts {
  /**
   * The day of the exam.
   */
  as_of?: Date | null;
  /**
   * Code of the profession.
   */
  profession?: string | null;
  /**
   * The centre's programmes: at least those of this profession; empty where it has none.
   */
  programmes?: ProgrammeFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art17.p2.s4.programme-exists.result".
 */
export interface Art17P2S4ProgrammeExistsResult {
  citation: {article: 17; law: "14-VIII"; paragraph: 2; subparagraph: 4};
  missing: string[];
  norm: "art17.p2.s4.programme-exists";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    approved_on?: Date;
    status?: "approved" | "not-yet-approved" | "no-programme";
  };
}
/**
 * Facts of `art18.exam-admission`: those of its three members.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.exam-admission.facts".
 */
export interface Art18ExamAdmissionFacts {
  /**
   * Of `art18.s1.age`.
   */
  age?: Age | null;
  /**
   * Of `art18.s2.documents-complete`.
   */
  documents_complete?: DocumentsComplete | null;
  /**
   * Of `art18.s3.safety-attested`.
   */
  safety_attested?: SafetyAttested | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.exam-admission.result".
 */
export interface Art18ExamAdmissionResult {
  citation: {article: 18; law: "14-VIII"};
  missing: string[];
  norm: "art18.exam-admission";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `art18.s1.age`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s1.age.facts".
 */
export interface Art18S1AgeFacts {
  /**
   * The day of the application: its answer is shown beside.
   */
  application_date?: Date | null;
  /**
   * The day of birth; the year, or the year and the month, where no more is known.
   */
  date_of_birth?: BirthDate | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
  /**
   * The limits of the profession; `null` where none is set.
   */
  limits?: AgeLimits | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s1.age.result".
 */
export interface Art18S1AgeResult {
  citation: {article: 18; law: "14-VIII"; subparagraph: 1};
  missing: string[];
  norm: "art18.s1.age";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    age?: number;
    last_day?: Date;
    max?: number;
    met_on_application_date?: boolean;
    min?: number;
    reached_on?: Date;
    short_by_days?: number;
    status?: "age-met" | "too-young" | "too-old" | "no-limit-set" | "contestable";
  };
}
/**
 * Facts of `art18.s2.documents-complete`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s2.documents-complete.facts".
 */
export interface Art18S2DocumentsCompleteFacts {
  /**
   * The documents that are required on a condition; empty or `null` where there are none.
   */
  conditional?: ConditionalDocument[] | null;
  /**
   * The documents that the rules of recognition require of everyone.
   *
   * @minItems 1
   */
  required?: [string, ...string[]] | null;
  /**
   * The documents submitted; may be empty.
   */
  submitted?: string[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s2.documents-complete.result".
 */
export interface Art18S2DocumentsCompleteResult {
  citation: {article: 18; law: "14-VIII"; subparagraph: 2};
  missing: string[];
  norm: "art18.s2.documents-complete";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    conditions_not_known?: string[];
    missing_documents?: string[];
    status?: "complete" | "incomplete";
  };
}
/**
 * Facts of `art18.s3.safety-attested`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s3.safety-attested.facts".
 */
export interface Art18S3SafetyAttestedFacts {
  /**
   * Whether the centre attests that the candidate complies with the requirements of safety.
   */
  attestation?: boolean | null;
  /**
   * The day of the attestation.
   */
  date?: Date | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art18.s3.safety-attested.result".
 */
export interface Art18S3SafetyAttestedResult {
  citation: {article: 18; law: "14-VIII"; subparagraph: 3};
  missing: string[];
  norm: "art18.s3.safety-attested";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "attested" | "not-complied";
  };
}
/**
 * Facts of `art19.p1.nonformal-informal-recognisable`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p1.nonformal-informal-recognisable.facts".
 */
export interface Art19P1NonformalInformalRecognisableFacts {
  /**
   * What the recognition is based on.
   */
  basis?: BasisRequirements | null;
  /**
   * The kinds of education whose results are to be recognised.
   *
   * @minItems 1
   */
  requested?: [EducationKind, ...EducationKind[]] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p1.nonformal-informal-recognisable.result".
 */
export interface Art19P1NonformalInformalRecognisableResult {
  citation: {article: 19; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art19.p1.nonformal-informal-recognisable";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    basis?: "standards" | "qualification-requirements";
    not_known?: ("non-formal" | "informal")[];
    not_recognisable?: ("non-formal" | "informal")[];
    recognisable?: ("non-formal" | "informal")[];
    status?: "recognisable" | "not-recognisable";
  };
}
/**
 * Facts of `art19.p2.nonformal-evidence` and of `art19.p3.informal-evidence`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p2.nonformal-evidence.facts".
 */
export interface Art19P2NonformalEvidenceFacts {
  /**
   * What the candidate submitted; may be empty.
   */
  evidence?: Evidence[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p2.nonformal-evidence.result".
 */
export interface Art19P2NonformalEvidenceResult {
  citation: {article: 19; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art19.p2.nonformal-evidence";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "submitted" | "missing-evidence";
  };
}
/**
 * Facts of `art19.p2.nonformal-evidence` and of `art19.p3.informal-evidence`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p3.informal-evidence.facts".
 */
export interface Art19P3InformalEvidenceFacts {
  /**
   * What the candidate submitted; may be empty.
   */
  evidence?: Evidence[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art19.p3.informal-evidence.result".
 */
export interface Art19P3InformalEvidenceResult {
  citation: {article: 19; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art19.p3.informal-evidence";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "submitted" | "missing-evidence";
  };
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s1.civil-servant.facts".
 */
export interface Art2P3S1CivilServantFacts {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s1.civil-servant.result".
 */
export interface Art2P3S1CivilServantResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 3; subparagraph: 1};
  missing: string[];
  norm: "art2.p3.s1.civil-servant";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    categories?: (
      | "civil-servant"
      | "law-enforcement-service"
      | "special-state-body"
      | "military"
      | "national-bank"
      | "financial-market-regulator"
      | "judge"
      | "national-deputy"
      | "maslikhat-deputy"
    )[];
    status?: "not-excluded" | "excluded";
  };
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s2.national-bank-regulator.facts".
 */
export interface Art2P3S2NationalBankRegulatorFacts {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s2.national-bank-regulator.result".
 */
export interface Art2P3S2NationalBankRegulatorResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 3; subparagraph: 2};
  missing: string[];
  norm: "art2.p3.s2.national-bank-regulator";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    categories?: (
      | "civil-servant"
      | "law-enforcement-service"
      | "special-state-body"
      | "military"
      | "national-bank"
      | "financial-market-regulator"
      | "judge"
      | "national-deputy"
      | "maslikhat-deputy"
    )[];
    status?: "not-excluded" | "excluded";
  };
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s3.judge.facts".
 */
export interface Art2P3S3JudgeFacts {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s3.judge.result".
 */
export interface Art2P3S3JudgeResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 3; subparagraph: 3};
  missing: string[];
  norm: "art2.p3.s3.judge";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    categories?: (
      | "civil-servant"
      | "law-enforcement-service"
      | "special-state-body"
      | "military"
      | "national-bank"
      | "financial-market-regulator"
      | "judge"
      | "national-deputy"
      | "maslikhat-deputy"
    )[];
    status?: "not-excluded" | "excluded";
  };
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s4.deputy.facts".
 */
export interface Art2P3S4DeputyFacts {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.s4.deputy.result".
 */
export interface Art2P3S4DeputyResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 3; subparagraph: 4};
  missing: string[];
  norm: "art2.p3.s4.deputy";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    categories?: (
      | "civil-servant"
      | "law-enforcement-service"
      | "special-state-body"
      | "military"
      | "national-bank"
      | "financial-market-regulator"
      | "judge"
      | "national-deputy"
      | "maslikhat-deputy"
    )[];
    status?: "not-excluded" | "excluded";
  };
}
/**
 * Facts of `art2.p3.scope` and of its subparagraphs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.scope.facts".
 */
export interface Art2P3ScopeFacts {
  /**
   * The day asked about: of the application, or of issue.
   */
  as_of?: Date | null;
  /**
   * What the person is by office on the day asked about; empty for none of these.
   */
  status_categories?: StatusCategory[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p3.scope.result".
 */
export interface Art2P3ScopeResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art2.p3.scope";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: string[];
    status?: "in-scope" | "excluded";
    subparagraphs?: string[];
    unknown?: string[];
  };
}
/**
 * Facts of `art2.p4.foreigner-right`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p4.foreigner-right.facts".
 */
export interface Art2P4ForeignerRightFacts {
  /**
   * Citizenship.
   */
  citizenship?: Citizenship | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art2.p4.foreigner-right.result".
 */
export interface Art2P4ForeignerRightResult {
  citation: {article: 2; law: "14-VIII"; paragraph: 4};
  missing: string[];
  norm: "art2.p4.foreigner-right";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "entitled" | "entitled-subject-to-other-law";
  };
}
/**
 * Facts of `art20.p1.same-profession`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p1.same-profession.facts".
 */
export interface Art20P1SameProfessionFacts {
  /**
   * The skills asked for in one application: at least one.
   */
  skills?: RequestedSkill[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p1.same-profession.result".
 */
export interface Art20P1SameProfessionResult {
  citation: {article: 20; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art20.p1.same-profession";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    professions?: string[];
    status?: "same-profession" | "several-professions";
  };
}
/**
 * Facts of `art20.p2.skill-recognition-established`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p2.skill-recognition-established.facts".
 */
export interface Art20P2SkillRecognitionEstablishedFacts {
  /**
   * What the recognition is based on.
   */
  basis?: BasisRequirements | null;
  /**
   * The skills asked for.
   *
   * @minItems 1
   */
  skills?: [string, ...string[]] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p2.skill-recognition-established.result".
 */
export interface Art20P2SkillRecognitionEstablishedResult {
  citation: {article: 20; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art20.p2.skill-recognition-established";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    basis?: "standards" | "qualification-requirements";
    not_allowed?: string[];
    not_known?: string[];
    status?: "allowed" | "not-allowed";
  };
}
/**
 * Facts of `art20.p3.skill-document-fields`: what a document states. What is left out stands not on it.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p3.skill-document-fields.facts".
 */
export interface Art20P3SkillDocumentFieldsFacts {
  /**
   * Whether the document is on a skill or skills rather than on a whole profession.
   */
  is_skill_document?: boolean | null;
  /**
   * The name of the profession.
   */
  profession_name?: string | null;
  /**
   * The name of the qualification.
   */
  qualification_name?: string | null;
  /**
   * The names of the skills.
   */
  skills?: string[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art20.p3.skill-document-fields.result".
 */
export interface Art20P3SkillDocumentFieldsResult {
  citation: {article: 20; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art20.p3.skill-document-fields";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    missing_fields?: ("skills" | "qualification" | "profession")[];
    status?: "complete" | "incomplete" | "not-a-skill-document";
  };
}
/**
 * Facts of `art21.p1.document-entitlement`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p1.document-entitlement.facts".
 */
export interface Art21P1DocumentEntitlementFacts {
  /**
   * The exams that the qualification programme has.
   *
   * @minItems 1
   */
  required_exams?: [string, ...string[]] | null;
  /**
   * The results so far, in any order; an exam may be there more than once.
   */
  results?: ExamResult[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p1.document-entitlement.result".
 */
export interface Art21P1DocumentEntitlementResult {
  citation: {article: 21; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art21.p1.document-entitlement";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed_exams?: string[];
    from?: Date;
    pending_exams?: string[];
    status?: "entitled" | "not-entitled";
  };
}
/**
 * Facts of `art21.p2.retake-after-disability`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p2.retake-after-disability.facts".
 */
export interface Art21P2RetakeAfterDisabilityFacts {
  /**
   * The certified times of temporary disability; empty where there was none.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day of the exam.
   */
  exam_date?: Date | null;
  /**
   * How it came out.
   */
  outcome?: ExamOutcome | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p2.retake-after-disability.result".
 */
export interface Art21P2RetakeAfterDisabilityResult {
  citation: {article: 21; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art21.p2.retake-after-disability";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    from?: Date;
    status?: "retake-to-be-appointed" | "passed" | "not-during-disability";
    until?: Date;
  };
}
/**
 * Facts of `art21.p3.negative-decision-duties`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p3.negative-decision-duties.facts".
 */
export interface Art21P3NegativeDecisionDutiesFacts {
  /**
   * What the centre decided.
   */
  decision?: CentreDecision | null;
  /**
   * The certified times of temporary disability.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day of the exam, where temporary disability may explain the result (art. 21.2).
   */
  exam_date?: Date | null;
  /**
   * Whether the centre gave its recommendations; not yet where left out.
   */
  recommendations?: boolean | null;
  /**
   * The day that the centre set for the retake; none yet where left out.
   */
  retake_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p3.negative-decision-duties.result".
 */
export interface Art21P3NegativeDecisionDutiesResult {
  citation: {article: 21; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art21.p3.negative-decision-duties";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    due?: ("recommendations" | "retake_on")[];
    retake_on?: Date;
    status?: "done" | "due" | "positive-decision" | "retake-after-disability";
  };
}
/**
 * Facts of `art21.p5.document-validity`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p5.document-validity.facts".
 */
export interface Art21P5DocumentValidityFacts {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The day of issue.
   */
  issued_on?: Date | null;
  /**
   * The last day that is printed on the document; none where left out.
   */
  valid_to_printed?: Date | null;
  /**
   * The validity that the register gave the profession on the day of issue.
   */
  validity?: ValidityFacts | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art21.p5.document-validity.result".
 */
export interface Art21P5DocumentValidityResult {
  citation: {article: 21; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art21.p5.document-validity";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    computed_last_day?: Date;
    days_left?: number;
    last_day?: Date;
    printed_last_day?: Date;
    status?: "valid" | "unlimited" | "expired" | "not-yet-valid" | "contestable";
  };
}
/**
 * Facts of `art22.p1.appeal-window`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p1.appeal-window.facts".
 */
export interface Art22P1AppealWindowFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the appeal was filed; none yet where left out.
   */
  filed_on?: Date | null;
  /**
   * The day on which the candidate was informed of the result; not the day of the decision.
   */
  informed_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p1.appeal-window.result".
 */
export interface Art22P1AppealWindowResult {
  citation: {article: 22; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art22.p1.appeal-window";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
  };
}
/**
 * Facts of `art22.p2.appeal-consideration`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p2.appeal-consideration.facts".
 */
export interface Art22P2AppealConsiderationFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the centre considered the appeal; not yet where left out.
   */
  considered_on?: Date | null;
  /**
   * The day on which the appeal was filed: where the day of registration is not known, the term cannot end
   * before the one that is counted from here.
   */
  filed_on?: Date | null;
  /**
   * The day on which the centre registered the appeal.
   */
  registered_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p2.appeal-consideration.result".
 */
export interface Art22P2AppealConsiderationResult {
  citation: {article: 22; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art22.p2.appeal-consideration";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    earliest_last_day?: Date;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
  };
}
/**
 * Facts of `art22.p3.s2.inform-appeal-result`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p3.s2.inform-appeal-result.facts".
 */
export interface Art22P3S2InformAppealResultFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the centre considered the appeal; not yet where left out.
   */
  considered_on?: Date | null;
  /**
   * The day on which the candidate was informed of the result of the appeal; not yet where left out.
   */
  informed_on?: Date | null;
  /**
   * The day on which the centre registered the appeal.
   */
  registered_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art22.p3.s2.inform-appeal-result.result".
 */
export interface Art22P3S2InformAppealResultResult {
  citation: {article: 22; law: "14-VIII"; paragraph: 3; subparagraph: 2};
  missing: string[];
  norm: "art22.p3.s2.inform-appeal-result";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
  };
}
/**
 * Facts of `art23.p1.free-voluntary`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p1.free-voluntary.facts".
 */
export interface Art23P1FreeVoluntaryFacts {
  /**
   * Who accredits.
   */
  accreditor?: Accreditor | null;
  /**
   * Whether the authorised body agreed.
   */
  coordinated?: boolean | null;
  /**
   * What was charged for the accreditation, in tenge.
   */
  fee_charged?: number | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p1.free-voluntary.result".
 */
export interface Art23P1FreeVoluntaryResult {
  citation: {article: 23; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art23.p1.free-voluntary";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: ("fee" | "accreditor" | "coordination")[];
    status?: "in-order" | "not-in-order";
    unknown?: string[];
  };
}
/**
 * Facts of `art23.p2.s5.certificate-validity`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p2.s5.certificate-validity.facts".
 */
export interface Art23P2S5CertificateValidityFacts {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The day of issue; not the day of the decision.
   */
  issued_on?: Date | null;
  /**
   * The last day that is printed on the certificate; none where left out.
   */
  valid_to_printed?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p2.s5.certificate-validity.result".
 */
export interface Art23P2S5CertificateValidityResult {
  citation: {article: 23; law: "14-VIII"; paragraph: 2; subparagraph: 5};
  missing: string[];
  norm: "art23.p2.s5.certificate-validity";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    computed_last_day?: Date;
    days_left?: number;
    last_day?: Date;
    printed_last_day?: Date;
    status?: "valid" | "not-yet-valid" | "expired" | "mismatch" | "contestable";
  };
}
/**
 * Facts of `art23.p2.stages` and of `art23.p5.reaccreditation-stages`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p2.stages.facts".
 */
export interface Art23P2StagesFacts {
  /**
   * What was decided.
   */
  outcome?: AccreditationOutcome | null;
  /**
   * The main stages so far, in any order; a stage may be there more than once, and stages beyond the main
   * ones are left out.
   */
  stages?: StageFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p2.stages.result".
 */
export interface Art23P2StagesResult {
  citation: {article: 23; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art23.p2.stages";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    after_refusal?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    missing_stages?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    out_of_order?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    status?: "complete" | "incomplete" | "out-of-order" | "stages-after-refusal";
  };
}
/**
 * Facts of `art23.p2.stages` and of `art23.p5.reaccreditation-stages`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p5.reaccreditation-stages.facts".
 */
export interface Art23P5ReaccreditationStagesFacts {
  /**
   * What was decided.
   */
  outcome?: AccreditationOutcome | null;
  /**
   * The main stages so far, in any order; a stage may be there more than once, and stages beyond the main
   * ones are left out.
   */
  stages?: StageFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p5.reaccreditation-stages.result".
 */
export interface Art23P5ReaccreditationStagesResult {
  citation: {article: 23; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art23.p5.reaccreditation-stages";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    after_refusal?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    missing_stages?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    out_of_order?: (
      "application" | "document-expertise" | "on-site-survey" | "decision" | "certificate" | "agreement"
    )[];
    status?: "complete" | "incomplete" | "out-of-order" | "stages-after-refusal";
  };
}
/**
 * Facts of `art23.p5.reapply-by`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p5.reapply-by.facts".
 */
export interface Art23P5ReapplyByFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The last day of the certificate.
   */
  certificate_last_day?: Date | null;
  /**
   * The day on which re-accreditation was applied for; not yet where left out.
   */
  filed_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art23.p5.reapply-by.result".
 */
export interface Art23P5ReapplyByResult {
  citation: {article: 23; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art23.p5.reapply-by";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue";
  };
}
/**
 * Facts of `art24.p1.criteria`: those of its members.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.criteria.facts".
 */
export interface Art24P1CriteriaFacts {
  /**
   * Of `art24.p1.s4.draft-programmes`.
   */
  draft_programmes?: DraftProgrammes | null;
  /**
   * Of `art24.p1.s1.legal-entity`.
   */
  legal_entity?: LegalEntity | null;
  /**
   * Of `art24.p2.not-at-educational-institution`.
   */
  not_at_educational_institution?: NotAtEducationalInstitution | null;
  /**
   * Of `art24.p1.s5.personnel`.
   */
  personnel?: Personnel | null;
  /**
   * Of `art24.p1.s3.professions-in-register`.
   */
  professions_in_register?: ProfessionsInRegister | null;
  /**
   * Of `art24.p1.s2.resources-title`.
   */
  resources_title?: ResourcesTitle | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.criteria.result".
 */
export interface Art24P1CriteriaResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art24.p1.criteria";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: string[];
    status?: "satisfied" | "violated";
    unknown?: string[];
  };
}
/**
 * Facts of `art24.p1.s1.legal-entity`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s1.legal-entity.facts".
 */
export interface Art24P1S1LegalEntityFacts {
  /**
   * Its business identification number; checked where it is given.
   */
  bin?: string | null;
  /**
   * What kind of person the applicant is.
   */
  kind?: PersonKind | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s1.legal-entity.result".
 */
export interface Art24P1S1LegalEntityResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1; subparagraph: 1};
  missing: string[];
  norm: "art24.p1.s1.legal-entity";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    kind?: "legal-entity" | "individual-entrepreneur" | "individual";
    status?: "legal-entity" | "not-legal-entity";
  };
}
/**
 * Facts of `art24.p1.s2.resources-title`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s2.resources-title.facts".
 */
export interface Art24P1S2ResourcesTitleFacts {
  /**
   * What the applicant has; empty where it has nothing.
   */
  resources?: ResourceFacts[] | null;
  /**
   * Whether the survey on site attests that it is what the work needs.
   */
  sufficient?: boolean | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s2.resources-title.result".
 */
export interface Art24P1S2ResourcesTitleResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1; subparagraph: 2};
  missing: string[];
  norm: "art24.p1.s2.resources-title";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: ("premises" | "equipment" | "material-resources" | "sufficiency")[];
    missing_kinds?: ("premises" | "equipment" | "material-resources")[];
    status?: "held" | "not-held";
    unknown?: string[];
    without_title?: ("premises" | "equipment" | "material-resources")[];
  };
}
/**
 * Facts of `art24.p1.s3.professions-in-register`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s3.professions-in-register.facts".
 */
export interface Art24P1S3ProfessionsInRegisterFacts {
  /**
   * The day of the application.
   */
  as_of?: Date | null;
  /**
   * Codes of the professions that accreditation is asked for.
   *
   * @minItems 1
   */
  professions?: [string, ...string[]] | null;
  /**
   * The register of professions: at least the entries of these; empty where it has none.
   */
  register?: EntryFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s3.professions-in-register.result".
 */
export interface Art24P1S3ProfessionsInRegisterResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1; subparagraph: 3};
  missing: string[];
  norm: "art24.p1.s3.professions-in-register";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    mandatory?: string[];
    not_in_register?: string[];
    not_known?: string[];
    status?: "in-register" | "not-in-register";
  };
}
/**
 * Facts of `art24.p1.s4.draft-programmes`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s4.draft-programmes.facts".
 */
export interface Art24P1S4DraftProgrammesFacts {
  /**
   * The drafts; empty where there is none.
   */
  drafts?: DraftFacts[] | null;
  /**
   * Codes of the professions that accreditation is asked for.
   *
   * @minItems 1
   */
  professions?: [string, ...string[]] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s4.draft-programmes.result".
 */
export interface Art24P1S4DraftProgrammesResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1; subparagraph: 4};
  missing: string[];
  norm: "art24.p1.s4.draft-programmes";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    missing_drafts?: string[];
    not_conforming?: string[];
    status?: "conform" | "not-conform";
    unknown?: string[];
  };
}
/**
 * Facts of `art24.p1.s5.personnel`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s5.personnel.facts".
 */
export interface Art24P1S5PersonnelFacts {
  /**
   * Whether it is attested that they meet all the requirements of the authorised body.
   */
  conforms?: boolean | null;
  /**
   * What is required, in numbers.
   */
  requirements?: PersonnelRequirements | null;
  /**
   * The people who would do the work, one entry each; empty where there is nobody.
   */
  staff?: StaffFacts[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p1.s5.personnel.result".
 */
export interface Art24P1S5PersonnelResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 1; subparagraph: 5};
  missing: string[];
  norm: "art24.p1.s5.personnel";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: ("headcount" | "conformity")[];
    headcount?: number;
    qualified_staff?: number;
    status?: "sufficient" | "not-sufficient";
    unknown?: string[];
  };
}
/**
 * Facts of `art24.p2.not-at-educational-institution`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p2.not-at-educational-institution.facts".
 */
export interface Art24P2NotAtEducationalInstitutionFacts {
  /**
   * How the centre, or its founder, stands to an educational institution; the closest relation where there
   * are several.
   */
  relation?: Relation | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art24.p2.not-at-educational-institution.result".
 */
export interface Art24P2NotAtEducationalInstitutionResult {
  citation: {article: 24; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art24.p2.not-at-educational-institution";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    relation?: "none" | "structural-unit" | "subordinate" | "founded-by" | "rents-premises";
    status?: "apart" | "at-educational-institution";
  };
}
/**
 * Facts of `art25.p1.decision-basis`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p1.decision-basis.facts".
 */
export interface Art25P1DecisionBasisFacts {
  /**
   * Whether the authorised body agreed.
   */
  coordinated?: boolean | null;
  /**
   * The day of the decision.
   */
  decided_on?: Date | null;
  /**
   * Who decided.
   */
  decider?: Decider | null;
  /**
   * The day on which the result of the examination of the documents was there; `null` where there is none.
   */
  expertise_done_on?: Date | null;
  /**
   * The day on which the result of the survey on site was there; `null` where there is none.
   */
  survey_done_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p1.decision-basis.result".
 */
export interface Art25P1DecisionBasisResult {
  citation: {article: 25; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art25.p1.decision-basis";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: ("expertise" | "expertise-first" | "survey" | "survey-first" | "coordination" | "decider")[];
    status?: "in-order" | "not-in-order";
    unknown?: string[];
  };
}
/**
 * Facts of `art25.p2.certificate-issuance`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p2.certificate-issuance.facts".
 */
export interface Art25P2CertificateIssuanceFacts {
  /**
   * The day on which the post-accreditation agreement was concluded; not yet where left out.
   */
  agreement_on?: Date | null;
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the positive decision.
   */
  decided_on?: Date | null;
  /**
   * The day on which the certificate was issued; not yet where left out.
   */
  issued_on?: Date | null;
  /**
   * The day on which it was entered in the list of accredited centres; not yet where left out.
   */
  listed_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p2.certificate-issuance.result".
 */
export interface Art25P2CertificateIssuanceResult {
  citation: {article: 25; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art25.p2.certificate-issuance";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    agreement_last_day?: Date;
    agreement_status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
  };
}
/**
 * Facts of `art25.p3.part2.violation-consequence`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p3.part2.violation-consequence.facts".
 */
export interface Art25P3Part2ViolationConsequenceFacts {
  /**
   * The violation of accreditation criteria that monitoring found; `null` where it found none.
   */
  finding?: CriteriaFinding | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p3.part2.violation-consequence.result".
 */
export interface Art25P3Part2ViolationConsequenceResult {
  citation: {article: 25; law: "14-VIII"; paragraph: 3; part: 2};
  missing: string[];
  norm: "art25.p3.part2.violation-consequence";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    criteria?: ("legal-entity" | "resources-title" | "professions-in-register" | "draft-programmes" | "personnel")[];
    detected_on?: Date;
    ground?: "art26.p2.s3.monitoring-violation";
    status?: "revocation-ground" | "no-violation";
  };
}
/**
 * Facts of `art25.p4.refusal-notice`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p4.refusal-notice.facts".
 */
export interface Art25P4RefusalNoticeFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the negative decision.
   */
  decided_on?: Date | null;
  /**
   * In which written form it was sent.
   */
  form?: AnswerForm | null;
  /**
   * Whether the answer gives the reasons.
   */
  reasons_given?: boolean | null;
  /**
   * The day on which the answer was sent, whenever it arrived; not yet where left out.
   */
  sent_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p4.refusal-notice.result".
 */
export interface Art25P4RefusalNoticeResult {
  citation: {article: 25; law: "14-VIII"; paragraph: 4};
  missing: string[];
  norm: "art25.p4.refusal-notice";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable" | "defective";
  };
}
/**
 * Facts of `art25.p5.refusal-remedy`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p5.refusal-remedy.facts".
 */
export interface Art25P5RefusalRemedyFacts {
  /**
   * What was decided.
   */
  decision?: AccreditationOutcome | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art25.p5.refusal-remedy.result".
 */
export interface Art25P5RefusalRemedyResult {
  citation: {article: 25; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art25.p5.refusal-remedy";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    status?: "remedy-available" | "positive-decision";
  };
}
/**
 * Facts of `art26.p1.reissue-on-reorganisation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p1.reissue-on-reorganisation.facts".
 */
export interface Art26P1ReissueOnReorganisationFacts {
  /**
   * The day on which it happened.
   */
  date?: Date | null;
  /**
   * What happened to the centre.
   */
  event?: Reorganisation | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p1.reissue-on-reorganisation.result".
 */
export interface Art26P1ReissueOnReorganisationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art26.p1.reissue-on-reorganisation";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    event?: "merger" | "accession" | "division" | "separation" | "transformation" | "none-of-these";
    since?: Date;
    status?: "reissue-required" | "no-reorganisation";
  };
}
/**
 * Facts of `art26.p2.part2.document-cancellation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.part2.document-cancellation.facts".
 */
export interface Art26P2Part2DocumentCancellationFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The entries of the register of cancelled documents; entries of other documents do not matter.
   */
  cancelled_register?: CancelledFacts[] | null;
  /**
   * The complaint against a holder, if one is known of; null where there is none. The answer about the document
   * does not need it: a complaint alone cancels nothing.
   */
  complaint?: ComplaintFacts | null;
  /**
   * The number of the document.
   */
  document?: string | null;
  /**
   * The day on which the register stood so.
   */
  register_as_of?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.part2.document-cancellation.result".
 */
export interface Art26P2Part2DocumentCancellationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2; part: 2};
  missing: string[];
  norm: "art26.p2.part2.document-cancellation";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    cancelled_later?: Date;
    cancelled_on?: Date;
    confirmed_on?: Date;
    ground?: string;
    register_as_of?: Date;
    reinstated_on?: Date;
    status?: "cancelled" | "reinstated" | "subject-to-cancellation" | "not-cancelled" | "not-affected";
  };
}
/**
 * Facts of `art26.p2.revocation-grounds`: those of its four members.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.revocation-grounds.facts".
 */
export interface Art26P2RevocationGroundsFacts {
  /**
   * Facts of `art26.p2.s4.confirmed-complaint`.
   */
  confirmed_complaint?: ConfirmedComplaint | null;
  /**
   * Facts of `art26.p2.s3.monitoring-violation`.
   */
  monitoring_violation?: MonitoringViolation | null;
  /**
   * Facts of `art26.p2.s1.own-request`.
   */
  own_request?: OwnRequest | null;
  /**
   * Facts of `art26.p2.s2.procedure-violation`.
   */
  procedure_violation?: ProcedureViolation | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.revocation-grounds.result".
 */
export interface Art26P2RevocationGroundsResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art26.p2.revocation-grounds";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: string[];
    status?: "satisfied" | "violated";
    unknown?: string[];
  };
}
/**
 * Facts of `art26.p2.s1.own-request`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s1.own-request.facts".
 */
export interface Art26P2S1OwnRequestFacts {
  /**
   * The day on which the National Chamber received the centre's written statement; null where there is none.
   */
  statement_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s1.own-request.result".
 */
export interface Art26P2S1OwnRequestResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2; subparagraph: 1};
  missing: string[];
  norm: "art26.p2.s1.own-request";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    statement_on?: Date;
    status?: "requested" | "no-statement";
  };
}
/**
 * Facts of `art26.p2.s2.procedure-violation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s2.procedure-violation.facts".
 */
export interface Art26P2S2ProcedureViolationFacts {
  /**
   * The established violation of the recognition procedure; null where none was established.
   */
  finding?: ProcedureFinding | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s2.procedure-violation.result".
 */
export interface Art26P2S2ProcedureViolationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2; subparagraph: 2};
  missing: string[];
  norm: "art26.p2.s2.procedure-violation";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    detected_on?: Date;
    status?: "violation" | "no-violation";
  };
}
/**
 * Facts of `art26.p2.s3.monitoring-violation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s3.monitoring-violation.facts".
 */
export interface Art26P2S3MonitoringViolationFacts {
  /**
   * What monitoring established; null where it established nothing.
   */
  finding?: MonitoringFinding | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s3.monitoring-violation.result".
 */
export interface Art26P2S3MonitoringViolationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2; subparagraph: 3};
  missing: string[];
  norm: "art26.p2.s3.monitoring-violation";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    agreement?: boolean;
    criteria?: boolean;
    detected_on?: Date;
    status?: "violation" | "no-violation";
  };
}
/**
 * Facts of `art26.p2.s4.confirmed-complaint`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s4.confirmed-complaint.facts".
 */
export interface Art26P2S4ConfirmedComplaintFacts {
  /**
   * The complaint; null where there is none.
   */
  complaint?: ComplaintFacts | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p2.s4.confirmed-complaint.result".
 */
export interface Art26P2S4ConfirmedComplaintResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 2; subparagraph: 4};
  missing: string[];
  norm: "art26.p2.s4.confirmed-complaint";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    confirmed_on?: Date;
    document?: string;
    status?: "confirmed" | "not-confirmed" | "no-complaint";
  };
}
/**
 * Facts of `art26.p3.revocation-decision`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p3.revocation-decision.facts".
 */
export interface Art26P3RevocationDecisionFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day of the decision; not yet where left out.
   */
  decided_on?: Date | null;
  /**
   * The day on which the violation was detected, or the complaint confirmed; none for the centre's own request.
   */
  detected_on?: Date | null;
  /**
   * On which ground the certificate is to be revoked.
   */
  ground?: RevocationGround | null;
  /**
   * The day of the event: for the centre's own request, the day on which its statement was received; for a
   * violation, the day on which it was committed; null where that day is not established.
   */
  occurred_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p3.revocation-decision.result".
 */
export interface Art26P3RevocationDecisionResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art26.p3.revocation-decision";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "contestable";
    strict_last_day?: Date;
  };
}
/**
 * Facts of `art26.p4.copy-to-centre`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p4.copy-to-centre.facts".
 */
export interface Art26P4CopyToCentreFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The way by which it was sent.
   */
  channel?: Channel | null;
  /**
   * The day of the decision to revoke.
   */
  decided_on?: Date | null;
  /**
   * The day on which the copy was sent; not yet where left out.
   */
  sent_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p4.copy-to-centre.result".
 */
export interface Art26P4CopyToCentreResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 4};
  missing: string[];
  norm: "art26.p4.copy-to-centre";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    channel?: "platform" | "other-electronic" | "paper";
    days_late?: number;
    days_left?: number;
    last_day?: Date;
    status?: "open" | "done-in-time" | "done-late" | "overdue" | "wrong-channel" | "contestable";
  };
}
/**
 * Facts of `art26.p5.part2.no-resumption`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p5.part2.no-resumption.facts".
 */
export interface Art26P5Part2NoResumptionFacts {
  /**
   * What the violations bear on, as established; null or empty where on none of these.
   */
  affects?: Affected[] | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p5.part2.no-resumption.result".
 */
export interface Art26P5Part2NoResumptionResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 5; part: 2};
  missing: string[];
  norm: "art26.p5.part2.no-resumption";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    affects?: ("health" | "life-support" | "safety")[];
    status?: "barred" | "not-barred";
  };
}
/**
 * Facts of `art26.p5.resumption-application`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p5.resumption-application.facts".
 */
export interface Art26P5ResumptionApplicationFacts {
  /**
   * What the violations bear on; null or empty where on none of these.
   */
  affects?: Affected[] | null;
  /**
   * Whether the violations that were the grounds are eliminated.
   */
  eliminated?: boolean | null;
  /**
   * On which grounds it was revoked.
   *
   * @minItems 1
   */
  grounds?: [RevocationGround, ...RevocationGround[]] | null;
  /**
   * The day on which the certificate was revoked; null where it was not.
   */
  revoked_on?: Date | null;
  /**
   * The day on which the centre told the National Chamber of the elimination; not yet where left out.
   */
  submitted_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p5.resumption-application.result".
 */
export interface Art26P5ResumptionApplicationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 5};
  missing: string[];
  norm: "art26.p5.resumption-application";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    affects?: ("health" | "life-support" | "safety")[];
    reasons?: ("barred" | "not-eliminated")[];
    revoked_on?: Date;
    status?: "may-apply" | "submitted" | "not-yet" | "barred" | "not-revoked" | "own-request";
    submitted_on?: Date;
  };
}
/**
 * Facts of `art26.p6.certificate-termination`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.certificate-termination.facts".
 */
export interface Art26P6CertificateTerminationFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * Everything that happened to the certificate, in any order; empty where nothing did.
   */
  events?: EventFacts[] | null;
  /**
   * The last day of the certificate's term.
   */
  last_day?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.certificate-termination.result".
 */
export interface Art26P6CertificateTerminationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 6};
  missing: string[];
  norm: "art26.p6.certificate-termination";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    from?: Date;
    ground?: "revoked" | "expired" | "liquidated" | "court-ban";
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `art26.p6.s1.revocation-decision`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s1.revocation-decision.facts".
 */
export interface Art26P6S1RevocationDecisionFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day from which the certificate was resumed (art. 26.5); not resumed where left out.
   */
  resumed_on?: Date | null;
  /**
   * The day of the decision to revoke; null where there is none.
   */
  revoked_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s1.revocation-decision.result".
 */
export interface Art26P6S1RevocationDecisionResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 6; subparagraph: 1};
  missing: string[];
  norm: "art26.p6.s1.revocation-decision";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    from?: Date;
    resumed_on?: Date;
    status?: "not-revoked" | "not-yet" | "revoked" | "resumed" | "contestable";
  };
}
/**
 * Facts of `art26.p6.s2.expiry`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s2.expiry.facts".
 */
export interface Art26P6S2ExpiryFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The last day of the certificate's term.
   */
  last_day?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s2.expiry.result".
 */
export interface Art26P6S2ExpiryResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 6; subparagraph: 2};
  missing: string[];
  norm: "art26.p6.s2.expiry";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    days_left?: number;
    from?: Date;
    last_day?: Date;
    status?: "not-yet" | "expired";
  };
}
/**
 * Facts of `art26.p6.s3.liquidation`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s3.liquidation.facts".
 */
export interface Art26P6S3LiquidationFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The day on which the centre's liquidation was registered; null where it is not liquidated.
   */
  liquidated_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s3.liquidation.result".
 */
export interface Art26P6S3LiquidationResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 6; subparagraph: 3};
  missing: string[];
  norm: "art26.p6.s3.liquidation";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    from?: Date;
    status?: "not-liquidated" | "not-yet" | "liquidated";
  };
}
/**
 * Facts of `art26.p6.s4.court-ban`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s4.court-ban.facts".
 */
export interface Art26P6S4CourtBanFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The court's decision that prohibits the activity; null where there is none.
   */
  court_ban?: CourtDecision | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art26.p6.s4.court-ban.result".
 */
export interface Art26P6S4CourtBanResult {
  citation: {article: 26; law: "14-VIII"; paragraph: 6; subparagraph: 4};
  missing: string[];
  norm: "art26.p6.s4.court-ban";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    from?: Date;
    status?: "no-ban" | "not-yet" | "court-ban";
  };
}
/**
 * Facts of `art29.p1.once-a-year`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.once-a-year.facts".
 */
export interface Art29P1OnceAYearFacts {
  /**
   * The days on which the person was given vouchers before, used or not; empty where never.
   */
  previous_issued_on?: Date[] | null;
  /**
   * The day of the request.
   */
  request_date?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.once-a-year.result".
 */
export interface Art29P1OnceAYearResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art29.p1.once-a-year";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    last_issued_on?: Date;
    next_possible?: Date;
    status?: "allowed" | "not-allowed";
  };
}
/**
 * Facts of `art29.p1.use-within-validity` and of `art29.p3.cancel-unused`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.use-within-validity.facts".
 */
export interface Art29P1UseWithinValidityFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * Certified temporary disabilities of the holder; none where left out.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day on which the holder underwent the procedure with it, not the day of booking; unused where left out.
   */
  used_on?: Date | null;
  /**
   * The first day of validity that the voucher states.
   */
  valid_from?: Date | null;
  /**
   * The last day of validity that the voucher states, without an extension.
   */
  valid_to?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.use-within-validity.result".
 */
export interface Art29P1UseWithinValidityResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art29.p1.use-within-validity";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    alternative_last_day?: Date;
    days_left?: number;
    extended_by?: number;
    last_day?: Date;
    status?: "usable" | "not-yet" | "expired" | "used" | "used-outside" | "contestable";
    used_on?: Date;
  };
}
/**
 * Facts of `art29.p1.voucher-eligibility`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.voucher-eligibility.facts".
 */
export interface Art29P1VoucherEligibilityFacts {
  /**
   * Whether the Law applies to the person on that day: what `art2.p3.scope` answers.
   */
  in_scope?: boolean | null;
  /**
   * Whether the person was registered as unemployed on the day of the request.
   */
  registered_unemployed?: boolean | null;
  /**
   * The day of the request.
   */
  request_date?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p1.voucher-eligibility.result".
 */
export interface Art29P1VoucherEligibilityResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 1};
  missing: string[];
  norm: "art29.p1.voucher-eligibility";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    reasons?: ("not-registered" | "out-of-scope")[];
    status?: "eligible" | "not-eligible";
  };
}
/**
 * Facts of `art29.p2.free-choice`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p2.free-choice.facts".
 */
export interface Art29P2FreeChoiceFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The centre that the holder chose, as the list of centres has it; null where it is not on the list.
   */
  centre?: CentreFacts | null;
  /**
   * Code of the profession that the holder chose.
   */
  profession?: string | null;
  /**
   * Entries of the register of professions; those of other professions do not matter.
   */
  register?: EntryFacts[] | null;
  /**
   * The day up to which these entries are known.
   */
  register_as_of?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p2.free-choice.result".
 */
export interface Art29P2FreeChoiceResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 2};
  missing: string[];
  norm: "art29.p2.free-choice";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `art29.p1.use-within-validity` and of `art29.p3.cancel-unused`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p3.cancel-unused.facts".
 */
export interface Art29P3CancelUnusedFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * Certified temporary disabilities of the holder; none where left out.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The day on which the holder underwent the procedure with it, not the day of booking; unused where left out.
   */
  used_on?: Date | null;
  /**
   * The first day of validity that the voucher states.
   */
  valid_from?: Date | null;
  /**
   * The last day of validity that the voucher states, without an extension.
   */
  valid_to?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p3.cancel-unused.result".
 */
export interface Art29P3CancelUnusedResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art29.p3.cancel-unused";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    alternative_last_day?: Date;
    days_left?: number;
    extended_by?: number;
    from?: Date;
    last_day?: Date;
    status?: "cancelled" | "not-cancelled" | "used" | "contestable";
  };
}
/**
 * Facts of `art29.p3.extension`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p3.extension.facts".
 */
export interface Art29P3ExtensionFacts {
  /**
   * Certified temporary disabilities of the holder; empty where there were none.
   */
  disability?: DisabilityFacts[] | null;
  /**
   * The first day of validity that the voucher states.
   */
  valid_from?: Date | null;
  /**
   * The last day of validity that the voucher states.
   */
  valid_to?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art29.p3.extension.result".
 */
export interface Art29P3ExtensionResult {
  citation: {article: 29; law: "14-VIII"; paragraph: 3};
  missing: string[];
  norm: "art29.p3.extension";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    alternative_last_day?: Date;
    extended_by?: number;
    last_day?: Date;
    status?: "extended" | "not-extended";
  };
}
/**
 * Facts of `art31.entry-into-force`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art31.entry-into-force.facts".
 */
export interface Art31EntryIntoForceFacts {
  /**
   * The day asked about.
   */
  as_of?: Date | null;
  /**
   * The day of the first official publication.
   */
  first_published_on?: Date | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art31.entry-into-force.result".
 */
export interface Art31EntryIntoForceResult {
  citation: {article: 31; law: "14-VIII"};
  missing: string[];
  norm: "art31.entry-into-force";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    in_force_since?: Date;
    status?: "in-force" | "not-yet-in-force";
  };
}
/**
 * Facts of `art9.s1.annual-register-recommendations` and `art9.s2.annual-standards-recommendations`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s1.annual-register-recommendations.facts".
 */
export interface Art9S1AnnualRegisterRecommendationsFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The sector of the state body.
   */
  sector?: string | null;
  /**
   * The days on which it submitted recommendations; may be empty.
   */
  submissions?: Date[] | null;
  /**
   * The calendar year asked about.
   */
  year?: number | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s1.annual-register-recommendations.result".
 */
export interface Art9S1AnnualRegisterRecommendationsResult {
  citation: {article: 9; law: "14-VIII"; subparagraph: 1};
  missing: string[];
  norm: "art9.s1.annual-register-recommendations";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    days_left?: number;
    done_on?: Date;
    last_day?: Date;
    status?: "met" | "open" | "missed" | "before-the-first-whole-year";
  };
}
/**
 * Facts of `art9.s1.annual-register-recommendations` and `art9.s2.annual-standards-recommendations`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s2.annual-standards-recommendations.facts".
 */
export interface Art9S2AnnualStandardsRecommendationsFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The sector of the state body.
   */
  sector?: string | null;
  /**
   * The days on which it submitted recommendations; may be empty.
   */
  submissions?: Date[] | null;
  /**
   * The calendar year asked about.
   */
  year?: number | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s2.annual-standards-recommendations.result".
 */
export interface Art9S2AnnualStandardsRecommendationsResult {
  citation: {article: 9; law: "14-VIII"; subparagraph: 2};
  missing: string[];
  norm: "art9.s2.annual-standards-recommendations";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    days_left?: number;
    done_on?: Date;
    last_day?: Date;
    status?: "met" | "open" | "missed" | "before-the-first-whole-year";
  };
}
/**
 * Facts of `art9.s3.annual-need`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s3.annual-need.facts".
 */
export interface Art9S3AnnualNeedFacts {
  /**
   * The day as of which it is asked.
   */
  as_of?: Date | null;
  /**
   * The days on which it formed the need for recognition; may be empty.
   */
  formed_on?: Date[] | null;
  /**
   * The sector of the state body.
   */
  sector?: string | null;
  /**
   * The calendar year asked about.
   */
  year?: number | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "art9.s3.annual-need.result".
 */
export interface Art9S3AnnualNeedResult {
  citation: {article: 9; law: "14-VIII"; subparagraph: 3};
  missing: string[];
  norm: "art9.s3.annual-need";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    days_left?: number;
    done_on?: Date;
    last_day?: Date;
    status?: "met" | "open" | "missed" | "before-the-first-whole-year";
  };
}
/**
 * Facts of `ask.applicant-ready`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.applicant-ready.facts".
 */
export interface AskApplicantReadyFacts {
  /**
   * Of `art23.p1.free-voluntary`.
   */
  accreditation?: FreeVoluntary | null;
  /**
   * Of `art24.p1.criteria`, art. 24.2 included.
   */
  criteria?: Criteria | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.applicant-ready.result".
 */
export interface AskApplicantReadyResult {
  citation: {article: 24; law: "14-VIII"};
  missing: string[];
  norm: "ask.applicant-ready";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    failed?: string[];
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    status?: "satisfied" | "violated";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.can-i-apply`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.can-i-apply.facts".
 */
export interface AskCanIApplyFacts {
  /**
   * Of `art18.exam-admission`.
   */
  admission?: ExamAdmission | null;
  /**
   * Of `art15.p3.centre-conducts`, on the day of the exam.
   */
  centre?: Conducts | null;
  /**
   * Of `art19.p1.nonformal-informal-recognisable`; `null` where no education outside school is to count.
   */
  education?: EducationRecognisable | null;
  /**
   * Of `art31.entry-into-force`.
   */
  law?: InForce | null;
  /**
   * The other law, where the profession is mandatory (art. 15.5).
   */
  other_law?: string | null;
  /**
   * Of `art15.p1.profession-recognisable`, on the day of the application.
   */
  profession?: Recognisable | null;
  /**
   * Of `art20.p1.same-profession`; `null` where a whole profession is asked for.
   */
  same_profession?: SameProfession | null;
  /**
   * Of `art2.p3.scope`.
   */
  scope?: Scope | null;
  /**
   * Of `art20.p2.skill-recognition-established`; `null` where a whole profession is asked for.
   */
  skills?: SkillRecognition | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.can-i-apply.result".
 */
export interface AskCanIApplyResult {
  citation: {article: 15; law: "14-VIII"};
  missing: string[];
  norm: "ask.can-i-apply";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.centre-standing`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.centre-standing.facts".
 */
export interface AskCentreStandingFacts {
  /**
   * What is published.
   */
  published?: Publication | null;
  /**
   * Of `art23.p5.reapply-by`.
   */
  reapply?: ReapplyBy | null;
  /**
   * Of `art17.p1.centre-status`.
   */
  status?: CentreStatus | null;
  /**
   * Of `art26.p6.certificate-termination`.
   */
  termination?: CertificateTermination | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.centre-standing.result".
 */
export interface AskCentreStandingResult {
  citation: {article: 17; law: "14-VIII"};
  missing: string[];
  norm: "ask.centre-standing";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    last_day?: Date;
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    not_published?: ("structure" | "activities" | "prices" | "candidate_information")[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.is-document-good`. The centre is asked about the day of the exam: what became of it later does not
 * matter to a document that it gave while accredited.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.is-document-good.facts".
 */
export interface AskIsDocumentGoodFacts {
  /**
   * Of `art26.p2.part2.document-cancellation`, on the day asked about.
   */
  cancellation?: DocumentCancellation | null;
  /**
   * Of `art15.p3.centre-conducts`, on the day of the exam.
   */
  centre?: Conducts | null;
  /**
   * Of `art15.p1.profession-recognisable`, on the day of issue.
   */
  profession?: Recognisable | null;
  /**
   * Whether the signature or the register's code holds, as `verify` finds.
   */
  signature_holds?: boolean | null;
  /**
   * Of `art20.p3.skill-document-fields`.
   */
  skills?: SkillDocument | null;
  /**
   * Of `art21.p5.document-validity`, on the day asked about.
   */
  validity?: DocumentValidity | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.is-document-good.result".
 */
export interface AskIsDocumentGoodResult {
  citation: {article: 21; law: "14-VIII"};
  missing: string[];
  norm: "ask.is-document-good";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.nce-clock`: the clocks that run, `null` for one that does not; at least one runs.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.nce-clock.facts".
 */
export interface AskNceClockFacts {
  /**
   * Of `art22.p2.appeal-consideration`.
   */
  appeal?: AppealConsideration | null;
  /**
   * Of `art26.p4.copy-to-centre`.
   */
  copy?: CopyToCentre | null;
  /**
   * Of `art25.p2.certificate-issuance`.
   */
  issuance?: CertificateIssuance | null;
  /**
   * Of `art25.p4.refusal-notice`.
   */
  refusal?: RefusalNotice | null;
  /**
   * Of `art26.p3.revocation-decision`.
   */
  revocation?: RevocationDecision | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.nce-clock.result".
 */
export interface AskNceClockResult {
  citation: {article: 25; law: "14-VIII"};
  missing: string[];
  norm: "ask.nce-clock";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    last_day?: Date;
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.voucher`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.voucher.facts".
 */
export interface AskVoucherFacts {
  /**
   * Of `art29.p1.voucher-eligibility`.
   */
  eligibility?: VoucherEligibility | null;
  /**
   * Of `art29.p2.free-choice`; `null` where the holder has not chosen yet.
   */
  free_choice?: FreeChoice | null;
  /**
   * Of `art29.p1.once-a-year`.
   */
  once_a_year?: OnceAYear | null;
  /**
   * Of `art29.p1.use-within-validity`, and so of `art29.p3.extension`; `null` where no voucher was given yet.
   */
  use_within_validity?: VoucherUse | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.voucher.result".
 */
export interface AskVoucherResult {
  citation: {article: 29; law: "14-VIII"};
  missing: string[];
  norm: "ask.voucher";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    contestable?: string[];
    failed?: string[];
    last_day?: Date;
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    status?: "satisfied" | "violated" | "contestable";
    unknown?: string[];
  };
}
/**
 * Facts of `ask.what-now-after-fail`.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.what-now-after-fail.facts".
 */
export interface AskWhatNowAfterFailFacts {
  /**
   * Of `art22.p1.appeal-window`.
   */
  appeal?: AppealWindow | null;
  /**
   * Of `art21.p3.negative-decision-duties`.
   */
  decision?: NegativeDecisionDuties | null;
  /**
   * Of `art21.p2.retake-after-disability`.
   */
  retake?: RetakeAfterDisability | null;
}
/**
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "ask.what-now-after-fail.result".
 */
export interface AskWhatNowAfterFailResult {
  citation: {article: 21; law: "14-VIII"};
  missing: string[];
  norm: "ask.what-now-after-fail";
  outcome: "satisfied" | "violated" | "undetermined" | "contestable" | "not_applicable";
  parts?: {}[];
  reading?: string;
  /**
   * @minItems 2
   */
  readings?: [Reading, Reading, ...Reading[]];
  schema?: "rastau/rule/1";
  trace: Step[];
  value: {
    advise_by?: Date;
    last_day?: Date;
    next?: (
      | "apply"
      | "appeal"
      | "apply-to-the-court"
      | "ask-for-the-retake"
      | "ask-the-centre"
      | "do-not-rely"
      | "find-out-what-is-missing"
      | "get-a-lawyer"
      | "reapply"
      | "rely-on-it"
      | "resolve-what-fails"
      | "see-the-other-law"
      | "use-the-voucher"
    )[];
    status?: "retake-to-be-appointed" | "appeal-open" | "appeal-closed" | "appeal-contestable";
  };
}
/**
 * A rule's answer in words.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "explained_rule".
 */
export interface ExplainedRule1 {
  /**
   * What to do, where there is something.
   */
  advice: string | null;
  /**
   * The members of an aggregate, or the rules of a composite question.
   */
  parts: ExplainedRule[];
  /**
   * The provision of the Law.
   */
  source: string;
  /**
   * What came out.
   */
  text: string;
  /**
   * What was asked.
   */
  title: string;
  /**
   * What moved the answer: days that were skipped, readings that were chosen.
   */
  trace: string[];
}
/**
 * A verdict in words. Field order is the JSON's field order.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "explained_verdict".
 */
export interface ExplainedVerdict1 {
  /**
   * The document as far as it is known: label and value, in the order in which to show them. A row without a label
   * goes on from the one before.
   */
  document: [unknown, unknown][];
  /**
   * Every finding, in the verdict's order.
   */
  findings: ExplainedFinding[];
  /**
   * The grade of freshness in one or two words.
   */
  freshness: string;
  /**
   * The answer in a line or two.
   */
  headline: string;
  /**
   * Code of the language.
   */
  lang: string;
  /**
   * The outcome in one or two words.
   */
  outcome: string;
}
/**
 * A summary of an open snapshot. The order of the fields is their order in JSON.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "snapshot".
 */
export interface Snapshot {
  as_of: Timestamp4;
  /**
   * Bytes of all segments.
   */
  bytes: number;
  centres: CentresInfo1;
  checked_at: Timestamp5;
  coverage: Interval1;
  /**
   * Number of listed documents.
   */
  documents: number;
  /**
   * Epoch of the manifest.
   */
  epoch: number;
  next_update: Timestamp6;
  not_after: Timestamp7;
  /**
   * Name of the register.
   */
  register: string;
  root: RootInfo1;
  /**
   * The segments.
   */
  segments: SegmentInfo[];
  /**
   * Version within the epoch.
   */
  version: number;
  /**
   * The days that its calendar of working days covers, if it contains one.
   */
  working_days: CalendarInfo | null;
}
/**
 * The answer about one document. Field order is the JSON's field order.
 *
 * This interface was referenced by `Everything`'s JSON-Schema
 * via the `definition` "verdict".
 */
export interface CoreVerdict {
  as_of: Timestamp9;
  document: DocumentDetails1;
  evaluated_on: Date5;
  findings: Finding[];
  freshness: Freshness1;
  outcome: Outcome;
  schema: string;
}

/** The facts of every rule, by its id. */
export interface RuleFacts {
  "art10.p3.council-info-freshness": Art10P3CouncilInfoFreshnessFacts;
  "art15.p1.profession-recognisable": Art15P1ProfessionRecognisableFacts;
  "art15.p2.voluntary-governed-here": Art15P2VoluntaryGovernedHereFacts;
  "art15.p3.centre-conducts": Art15P3CentreConductsFacts;
  "art15.p3.part2.funding": Art15P3Part2FundingFacts;
  "art15.p4.part2.basis": Art15P4Part2BasisFacts;
  "art15.p5.mandatory-other-law": Art15P5MandatoryOtherLawFacts;
  "art17.p1.centre-status": Art17P1CentreStatusFacts;
  "art17.p1.part2.accreditor-matches-route": Art17P1Part2AccreditorMatchesRouteFacts;
  "art17.p2.s4.programme-exists": Art17P2S4ProgrammeExistsFacts;
  "art18.exam-admission": Art18ExamAdmissionFacts;
  "art18.s1.age": Art18S1AgeFacts;
  "art18.s2.documents-complete": Art18S2DocumentsCompleteFacts;
  "art18.s3.safety-attested": Art18S3SafetyAttestedFacts;
  "art19.p1.nonformal-informal-recognisable": Art19P1NonformalInformalRecognisableFacts;
  "art19.p2.nonformal-evidence": Art19P2NonformalEvidenceFacts;
  "art19.p3.informal-evidence": Art19P3InformalEvidenceFacts;
  "art2.p3.s1.civil-servant": Art2P3S1CivilServantFacts;
  "art2.p3.s2.national-bank-regulator": Art2P3S2NationalBankRegulatorFacts;
  "art2.p3.s3.judge": Art2P3S3JudgeFacts;
  "art2.p3.s4.deputy": Art2P3S4DeputyFacts;
  "art2.p3.scope": Art2P3ScopeFacts;
  "art2.p4.foreigner-right": Art2P4ForeignerRightFacts;
  "art20.p1.same-profession": Art20P1SameProfessionFacts;
  "art20.p2.skill-recognition-established": Art20P2SkillRecognitionEstablishedFacts;
  "art20.p3.skill-document-fields": Art20P3SkillDocumentFieldsFacts;
  "art21.p1.document-entitlement": Art21P1DocumentEntitlementFacts;
  "art21.p2.retake-after-disability": Art21P2RetakeAfterDisabilityFacts;
  "art21.p3.negative-decision-duties": Art21P3NegativeDecisionDutiesFacts;
  "art21.p5.document-validity": Art21P5DocumentValidityFacts;
  "art22.p1.appeal-window": Art22P1AppealWindowFacts;
  "art22.p2.appeal-consideration": Art22P2AppealConsiderationFacts;
  "art22.p3.s2.inform-appeal-result": Art22P3S2InformAppealResultFacts;
  "art23.p1.free-voluntary": Art23P1FreeVoluntaryFacts;
  "art23.p2.s5.certificate-validity": Art23P2S5CertificateValidityFacts;
  "art23.p2.stages": Art23P2StagesFacts;
  "art23.p5.reaccreditation-stages": Art23P5ReaccreditationStagesFacts;
  "art23.p5.reapply-by": Art23P5ReapplyByFacts;
  "art24.p1.criteria": Art24P1CriteriaFacts;
  "art24.p1.s1.legal-entity": Art24P1S1LegalEntityFacts;
  "art24.p1.s2.resources-title": Art24P1S2ResourcesTitleFacts;
  "art24.p1.s3.professions-in-register": Art24P1S3ProfessionsInRegisterFacts;
  "art24.p1.s4.draft-programmes": Art24P1S4DraftProgrammesFacts;
  "art24.p1.s5.personnel": Art24P1S5PersonnelFacts;
  "art24.p2.not-at-educational-institution": Art24P2NotAtEducationalInstitutionFacts;
  "art25.p1.decision-basis": Art25P1DecisionBasisFacts;
  "art25.p2.certificate-issuance": Art25P2CertificateIssuanceFacts;
  "art25.p3.part2.violation-consequence": Art25P3Part2ViolationConsequenceFacts;
  "art25.p4.refusal-notice": Art25P4RefusalNoticeFacts;
  "art25.p5.refusal-remedy": Art25P5RefusalRemedyFacts;
  "art26.p1.reissue-on-reorganisation": Art26P1ReissueOnReorganisationFacts;
  "art26.p2.part2.document-cancellation": Art26P2Part2DocumentCancellationFacts;
  "art26.p2.revocation-grounds": Art26P2RevocationGroundsFacts;
  "art26.p2.s1.own-request": Art26P2S1OwnRequestFacts;
  "art26.p2.s2.procedure-violation": Art26P2S2ProcedureViolationFacts;
  "art26.p2.s3.monitoring-violation": Art26P2S3MonitoringViolationFacts;
  "art26.p2.s4.confirmed-complaint": Art26P2S4ConfirmedComplaintFacts;
  "art26.p3.revocation-decision": Art26P3RevocationDecisionFacts;
  "art26.p4.copy-to-centre": Art26P4CopyToCentreFacts;
  "art26.p5.part2.no-resumption": Art26P5Part2NoResumptionFacts;
  "art26.p5.resumption-application": Art26P5ResumptionApplicationFacts;
  "art26.p6.certificate-termination": Art26P6CertificateTerminationFacts;
  "art26.p6.s1.revocation-decision": Art26P6S1RevocationDecisionFacts;
  "art26.p6.s2.expiry": Art26P6S2ExpiryFacts;
  "art26.p6.s3.liquidation": Art26P6S3LiquidationFacts;
  "art26.p6.s4.court-ban": Art26P6S4CourtBanFacts;
  "art29.p1.once-a-year": Art29P1OnceAYearFacts;
  "art29.p1.use-within-validity": Art29P1UseWithinValidityFacts;
  "art29.p1.voucher-eligibility": Art29P1VoucherEligibilityFacts;
  "art29.p2.free-choice": Art29P2FreeChoiceFacts;
  "art29.p3.cancel-unused": Art29P3CancelUnusedFacts;
  "art29.p3.extension": Art29P3ExtensionFacts;
  "art31.entry-into-force": Art31EntryIntoForceFacts;
  "art9.s1.annual-register-recommendations": Art9S1AnnualRegisterRecommendationsFacts;
  "art9.s2.annual-standards-recommendations": Art9S2AnnualStandardsRecommendationsFacts;
  "art9.s3.annual-need": Art9S3AnnualNeedFacts;
  "ask.applicant-ready": AskApplicantReadyFacts;
  "ask.can-i-apply": AskCanIApplyFacts;
  "ask.centre-standing": AskCentreStandingFacts;
  "ask.is-document-good": AskIsDocumentGoodFacts;
  "ask.nce-clock": AskNceClockFacts;
  "ask.voucher": AskVoucherFacts;
  "ask.what-now-after-fail": AskWhatNowAfterFailFacts;
}

/** What every rule answers, by its id. */
export interface RuleResult {
  "art10.p3.council-info-freshness": Art10P3CouncilInfoFreshnessResult;
  "art15.p1.profession-recognisable": Art15P1ProfessionRecognisableResult;
  "art15.p2.voluntary-governed-here": Art15P2VoluntaryGovernedHereResult;
  "art15.p3.centre-conducts": Art15P3CentreConductsResult;
  "art15.p3.part2.funding": Art15P3Part2FundingResult;
  "art15.p4.part2.basis": Art15P4Part2BasisResult;
  "art15.p5.mandatory-other-law": Art15P5MandatoryOtherLawResult;
  "art17.p1.centre-status": Art17P1CentreStatusResult;
  "art17.p1.part2.accreditor-matches-route": Art17P1Part2AccreditorMatchesRouteResult;
  "art17.p2.s4.programme-exists": Art17P2S4ProgrammeExistsResult;
  "art18.exam-admission": Art18ExamAdmissionResult;
  "art18.s1.age": Art18S1AgeResult;
  "art18.s2.documents-complete": Art18S2DocumentsCompleteResult;
  "art18.s3.safety-attested": Art18S3SafetyAttestedResult;
  "art19.p1.nonformal-informal-recognisable": Art19P1NonformalInformalRecognisableResult;
  "art19.p2.nonformal-evidence": Art19P2NonformalEvidenceResult;
  "art19.p3.informal-evidence": Art19P3InformalEvidenceResult;
  "art2.p3.s1.civil-servant": Art2P3S1CivilServantResult;
  "art2.p3.s2.national-bank-regulator": Art2P3S2NationalBankRegulatorResult;
  "art2.p3.s3.judge": Art2P3S3JudgeResult;
  "art2.p3.s4.deputy": Art2P3S4DeputyResult;
  "art2.p3.scope": Art2P3ScopeResult;
  "art2.p4.foreigner-right": Art2P4ForeignerRightResult;
  "art20.p1.same-profession": Art20P1SameProfessionResult;
  "art20.p2.skill-recognition-established": Art20P2SkillRecognitionEstablishedResult;
  "art20.p3.skill-document-fields": Art20P3SkillDocumentFieldsResult;
  "art21.p1.document-entitlement": Art21P1DocumentEntitlementResult;
  "art21.p2.retake-after-disability": Art21P2RetakeAfterDisabilityResult;
  "art21.p3.negative-decision-duties": Art21P3NegativeDecisionDutiesResult;
  "art21.p5.document-validity": Art21P5DocumentValidityResult;
  "art22.p1.appeal-window": Art22P1AppealWindowResult;
  "art22.p2.appeal-consideration": Art22P2AppealConsiderationResult;
  "art22.p3.s2.inform-appeal-result": Art22P3S2InformAppealResultResult;
  "art23.p1.free-voluntary": Art23P1FreeVoluntaryResult;
  "art23.p2.s5.certificate-validity": Art23P2S5CertificateValidityResult;
  "art23.p2.stages": Art23P2StagesResult;
  "art23.p5.reaccreditation-stages": Art23P5ReaccreditationStagesResult;
  "art23.p5.reapply-by": Art23P5ReapplyByResult;
  "art24.p1.criteria": Art24P1CriteriaResult;
  "art24.p1.s1.legal-entity": Art24P1S1LegalEntityResult;
  "art24.p1.s2.resources-title": Art24P1S2ResourcesTitleResult;
  "art24.p1.s3.professions-in-register": Art24P1S3ProfessionsInRegisterResult;
  "art24.p1.s4.draft-programmes": Art24P1S4DraftProgrammesResult;
  "art24.p1.s5.personnel": Art24P1S5PersonnelResult;
  "art24.p2.not-at-educational-institution": Art24P2NotAtEducationalInstitutionResult;
  "art25.p1.decision-basis": Art25P1DecisionBasisResult;
  "art25.p2.certificate-issuance": Art25P2CertificateIssuanceResult;
  "art25.p3.part2.violation-consequence": Art25P3Part2ViolationConsequenceResult;
  "art25.p4.refusal-notice": Art25P4RefusalNoticeResult;
  "art25.p5.refusal-remedy": Art25P5RefusalRemedyResult;
  "art26.p1.reissue-on-reorganisation": Art26P1ReissueOnReorganisationResult;
  "art26.p2.part2.document-cancellation": Art26P2Part2DocumentCancellationResult;
  "art26.p2.revocation-grounds": Art26P2RevocationGroundsResult;
  "art26.p2.s1.own-request": Art26P2S1OwnRequestResult;
  "art26.p2.s2.procedure-violation": Art26P2S2ProcedureViolationResult;
  "art26.p2.s3.monitoring-violation": Art26P2S3MonitoringViolationResult;
  "art26.p2.s4.confirmed-complaint": Art26P2S4ConfirmedComplaintResult;
  "art26.p3.revocation-decision": Art26P3RevocationDecisionResult;
  "art26.p4.copy-to-centre": Art26P4CopyToCentreResult;
  "art26.p5.part2.no-resumption": Art26P5Part2NoResumptionResult;
  "art26.p5.resumption-application": Art26P5ResumptionApplicationResult;
  "art26.p6.certificate-termination": Art26P6CertificateTerminationResult;
  "art26.p6.s1.revocation-decision": Art26P6S1RevocationDecisionResult;
  "art26.p6.s2.expiry": Art26P6S2ExpiryResult;
  "art26.p6.s3.liquidation": Art26P6S3LiquidationResult;
  "art26.p6.s4.court-ban": Art26P6S4CourtBanResult;
  "art29.p1.once-a-year": Art29P1OnceAYearResult;
  "art29.p1.use-within-validity": Art29P1UseWithinValidityResult;
  "art29.p1.voucher-eligibility": Art29P1VoucherEligibilityResult;
  "art29.p2.free-choice": Art29P2FreeChoiceResult;
  "art29.p3.cancel-unused": Art29P3CancelUnusedResult;
  "art29.p3.extension": Art29P3ExtensionResult;
  "art31.entry-into-force": Art31EntryIntoForceResult;
  "art9.s1.annual-register-recommendations": Art9S1AnnualRegisterRecommendationsResult;
  "art9.s2.annual-standards-recommendations": Art9S2AnnualStandardsRecommendationsResult;
  "art9.s3.annual-need": Art9S3AnnualNeedResult;
  "ask.applicant-ready": AskApplicantReadyResult;
  "ask.can-i-apply": AskCanIApplyResult;
  "ask.centre-standing": AskCentreStandingResult;
  "ask.is-document-good": AskIsDocumentGoodResult;
  "ask.nce-clock": AskNceClockResult;
  "ask.voucher": AskVoucherResult;
  "ask.what-now-after-fail": AskWhatNowAfterFailResult;
}
