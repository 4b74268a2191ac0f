/**
 * Numbers and titles of the ICD-10-CM that a sex therapist or couples counselor meets, from the tabular list of its fiscal year (NCHS and
 * CMS, United States, in the public domain). Headers that can't be billed are left out, and nothing of the DSM stands here. A number
 * that is not listed can be typed with its title.
 */
import 'server-only';

export const EDITION = { system: 'ICD-10-CM', fiscalYear: 2026, source: 'NCHS and CMS, tabular list' } as const;

export type IcdCode = { code: string; title: string };
export type IcdGroup = { heading: string; codes: readonly IcdCode[] };

const group = (heading: string, codes: Record<string, string>): IcdGroup => ({
  heading,
  codes: Object.entries(codes).map(([code, title]) => ({ code, title })),
});

export const ICD_GROUPS: readonly IcdGroup[] = [
  group('Sexual dysfunction not due to a substance or known physiological condition', {
    'F52.0': 'Hypoactive sexual desire disorder',
    'F52.1': 'Sexual aversion disorder',
    'F52.21': 'Male erectile disorder',
    'F52.22': 'Female sexual arousal disorder',
    'F52.31': 'Female orgasmic disorder',
    'F52.32': 'Male orgasmic disorder',
    'F52.4': 'Premature ejaculation',
    'F52.5': 'Vaginismus not due to a substance or known physiological condition',
    'F52.6': 'Dyspareunia not due to a substance or known physiological condition',
    'F52.8': 'Other sexual dysfunction not due to a substance or known physiological condition',
    'F52.9': 'Unspecified sexual dysfunction not due to a substance or known physiological condition',
  }),
  group('Relationship and counseling', {
    'Z63.0': 'Problems in relationship with spouse or partner',
    'Z70.0': 'Counseling related to sexual attitude',
    'Z70.1': "Counseling related to patient's sexual behavior and orientation",
    'Z70.3': 'Counseling related to combined concerns regarding sexual attitude, behavior and orientation',
    'Z70.8': 'Other sex counseling',
    'Z70.9': 'Sex counseling, unspecified',
  }),
  group('Erectile dysfunction with a physical cause', {
    'N52.01': 'Erectile dysfunction due to arterial insufficiency',
    'N52.1': 'Erectile dysfunction due to diseases classified elsewhere',
    'N52.2': 'Drug-induced erectile dysfunction',
    'N52.31': 'Erectile dysfunction following radical prostatectomy',
    'N52.8': 'Other male erectile dysfunction',
    'N52.9': 'Male erectile dysfunction, unspecified',
  }),
  group('Pain and menopause', {
    'N94.10': 'Unspecified dyspareunia',
    'N94.11': 'Superficial (introital) dyspareunia',
    'N94.12': 'Deep dyspareunia',
    'N94.19': 'Other specified dyspareunia',
    'N95.1': 'Menopausal and female climacteric states',
    'N95.2': 'Postmenopausal atrophic vaginitis',
  }),
  group('Trauma, mood and anxiety', {
    'F43.10': 'Post-traumatic stress disorder, unspecified',
    'F43.11': 'Post-traumatic stress disorder, acute',
    'F43.12': 'Post-traumatic stress disorder, chronic',
    'F32.0': 'Major depressive disorder, single episode, mild',
    'F32.1': 'Major depressive disorder, single episode, moderate',
    'F32.2': 'Major depressive disorder, single episode, severe without psychotic features',
    'F32.A': 'Depression, unspecified',
    'F33.0': 'Major depressive disorder, recurrent, mild',
    'F33.1': 'Major depressive disorder, recurrent, moderate',
    'F33.2': 'Major depressive disorder, recurrent severe without psychotic features',
    'F41.1': 'Generalized anxiety disorder',
  }),
  group('After illness and surgery', {
    'Z85.3': 'Personal history of malignant neoplasm of breast',
    'Z85.46': 'Personal history of malignant neoplasm of prostate',
    'Z90.10': 'Acquired absence of unspecified breast and nipple',
    'Z90.11': 'Acquired absence of right breast and nipple',
    'Z90.12': 'Acquired absence of left breast and nipple',
    'Z90.13': 'Acquired absence of bilateral breasts and nipples',
    'Z93.2': 'Ileostomy status',
    'Z93.3': 'Colostomy status',
  }),
  group('Violence by a spouse or partner', {
    'Z69.11': 'Encounter for mental health services for victim of spousal or partner abuse',
    'Z69.12': 'Encounter for mental health services for perpetrator of spousal or partner abuse',
  }),
];

const titles = new Map(ICD_GROUPS.flatMap(({ codes }) => codes.map(({ code, title }) => [code, title] as const)));

/** The title of a listed number. */
export const titleOf = (code: string): string | undefined => titles.get(code);
