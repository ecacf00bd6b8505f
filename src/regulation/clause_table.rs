//! The words of both notices: one row a clause, its items inside it.
//!
//! A row reads `variant "citation" Force { zh paragraphs; en paragraphs; items }`, the paragraphs of a text with a `/`
//! between. The Chinese is the official text, typing errors included (48.11 writes 继续教育形势 for 继续教育形式); only
//! the enumeration marks are left out, and blanks in the form are one space wide. The English is ours and binds nobody.

/// Hands the rows to the macro `$then`, which makes of them what it needs.
// rustfmt moves the continued lines of a string in a macro further left each time it is run.
#[rustfmt::skip]
macro_rules! clause_table {
    ($then:ident) => {
        $then! {
            Registration {
                N47_0 "47.0" Must {
                    zh "各省、自治区、直辖市信息产业主管部门，各有关单位："
                      / "按照人事部、信息产业部颁布的《计算机技术与软件专业技术资格（水平）考试暂行规定》，\
                       需对自2004年1月1日起取得的计算机技术与软件专业技术资格（水平）证书\
                       （简称计算机专业技术资格（水平）证书）实行定期登记制度。\
                       现就组织开展计算机专业技术资格（水平）证书的登记工作，提出如下意见，请结合本地、本单位实际，\
                       认真做好相关工作，确保计算机专业技术资格（水平）证书的登记工作健康有序进行。";
                    en "To the authorities in charge of the information industry of the provinces, autonomous regions \
                       and municipalities directly under the Central Government (the provincial authorities), and to \
                       all units concerned:"
                      / "Under the Interim Provisions on the Examination for Professional Technical Qualification \
                       (Level) in Computer Technology and Software, issued by the Ministry of Personnel and the \
                       Ministry of Information Industry, the certificates of professional technical qualification \
                       (level) in computer technology and software (the certificates) obtained on or after January \
                       1, 2004 need to be registered periodically. The following opinions are given on organizing \
                       the registration of certificates; please act on them with care, in the light of the \
                       circumstances of your locality and unit, so that the registration of certificates proceeds in \
                       a sound and orderly way.";
                }
                N47_1 "47.1" States {
                    zh "实行计算机专业技术资格（水平）证书定期登记制度是促使持证人员努力钻研业务，不断更新知识，\
                       保持较高的专业技术水平，为用人单位聘用和使用人才提供客观公正、科学有效的依据。";
                    en "The system of periodic registration of certificates moves holders to study their profession \
                       with diligence, to renew their knowledge constantly and to keep a fairly high professional \
                       and technical level; it gives employers an objective, fair, scientific and effective basis \
                       for engaging and employing talent.";
                }
                N47_2 "47.2" Should {
                    zh "设立计算机专业技术资格（水平）证书登记管理办公室（成员由信息产业部、人事部有关人员组成，\
                       设在信息产业部人事司），为全国计算机专业技术资格（水平）证书登记管理机构，\
                       日常管理工作由信息产业部电子教育中心负责。各省、自治区、直辖市信息产业主管部门负责监督、\
                       管理、指导本行政区域证书登记实施机构的工作。"
                      / "证书登记实施机构原则上各省、自治区、直辖市各设一个，具体设置方案由各地信息产业主管部门确定，\
                       报计算机专业技术资格（水平）证书登记管理办公室批准后，\
                       负责计算机专业技术资格（水平）证书的登记实施工作。";
                    en "The Certificate Registration Administration Office (the Office) is set up; its members are \
                       staff of the Ministry of Information Industry and the Ministry of Personnel, and it sits in \
                       the Department of Personnel of the Ministry of Information Industry. It is the national \
                       authority for the administration of certificate registration; the Electronic Education Centre \
                       of the Ministry of Information Industry (the Centre) is responsible for the daily \
                       administration. The provincial authorities are responsible for supervising, administering and \
                       guiding the work of the registration agencies in their administrative regions."
                      / "In principle each province, autonomous region and municipality sets up one registration \
                       agency. The provincial authority decides on the plan; once the Office has approved it, the \
                       agency is responsible for carrying out the registration of certificates.";
                }
                N47_3 "47.3" Must {
                    zh "计算机专业技术资格（水平）证书有效期为三年（自批准或登记之日起算）。在有效期满前三个月内，\
                       持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。";
                    en "A certificate is valid for three years (counted from the day of approval or registration). \
                       Within the three months before the validity ends, the holder must register at an approved \
                       registration agency. A certificate for which the formalities of registration are not carried \
                       out in time is no longer valid.";
                }
                N47_4 "47.4" Must {
                    zh "申请证书登记的人员应具备的条件："
                      / "再次登记的人员，还应提供接受继续教育或参加业务技术培训（简称继续教育）的证明。";
                    en "A person who applies for registration must meet these conditions:"
                      / "A person who applies for re-registration must also provide proof of having received \
                       continuing education or taken part in professional technical training (continuing education).";
                    N47_4_1 "47.4.1" Must {
                        zh "取得计算机专业技术资格（水平）证书；";
                        en "has obtained a certificate;";
                    }
                    N47_4_2 "47.4.2" Must {
                        zh "职业行为良好，无犯罪记录；";
                        en "is of good professional conduct and has no criminal record;";
                    }
                    N47_4_3 "47.4.3" Must {
                        zh "身体健康，能坚持本专业岗位工作；";
                        en "is in good health and able to keep working in a post of the profession;";
                    }
                    N47_4_4 "47.4.4" Must { zh "所在单位考核合格。"; en "has passed the employer's assessment."; }
                }
                N47_5 "47.5" Must {
                    zh "申请证书登记的人员必须完成规定的继续教育任务。";
                    en "A person who applies for registration must complete the prescribed continuing education.";
                }
                N47_6 "47.6" Must {
                    zh "申请证书登记的人员办理登记手续时，需持本人有效的计算机专业技术资格（水平）证书、身份证明、\
                       证书登记申请表（见附表）以及参加继续教育的有关证明，\
                       并按当地物价部门核准的收费标准缴纳证书登记费。";
                    en "To register, the applicant must bring the applicant's own valid certificate, proof of \
                       identity, the application form for registration (see the annex) and the proofs of continuing \
                       education, and must pay the registration fee at the rate approved by the local pricing \
                       authority.";
                }
                N47_7 "47.7" Must {
                    zh "证书登记实施机构对申请人提交的登记申请表及相关证明材料进行审查，\
                       在符合登记条件的计算机专业技术资格（水平）证书登记页上加盖由\
                       计算机专业技术资格（水平）证书登记管理办公室统一刻制的\
                       计算机专业技术资格（水平）证书登记专用章，\
                       并注明登记日期。"
                      / "证书登记实施机构应在受理登记申请后15个工作日内作出审查意见。"
                      / "证书登记实施机构应在每次登记结束后，\
                       及时将更新后的计算机专业技术人才库报信息产业部电子教育中心汇总。";
                    en "The registration agency reviews the application form and the supporting documents submitted \
                       by the applicant. On the registration page of a certificate that meets the conditions it \
                       affixes the special registration seal, made to one pattern by the Office, and notes the date \
                       of registration."
                      / "The registration agency must give its opinion on the review within 15 working days after \
                       accepting the application."
                      / "After each registration the registration agency must promptly report the updated computer \
                       talent pool to the Centre, which compiles it.";
                }
                N47_8 "47.8" May {
                    zh "有下列情形之一的，在证书有效期满前，可向证书登记实施机构出示相关证明，申请延期登记\
                       （延期时间不得超过一年）：";
                    en "In any of the following cases, before the validity of the certificate ends, the holder may \
                       show the relevant proof to the registration agency and apply for deferral of registration (by \
                       no more than one year):";
                    N47_8_1 "47.8.1" May {
                        zh "年度内在境外学习或工作超过六个月的；";
                        en "study or work outside the mainland for more than six months within the year;";
                    }
                    N47_8_2 "47.8.2" May {
                        zh "年度内病假超过六个月的；";
                        en "sick leave of more than six months within the year;";
                    }
                    N47_8_3 "47.8.3" May { zh "生育；"; en "childbirth;"; }
                    N47_8_4 "47.8.4" May {
                        zh "经各地省、自治区、直辖市信息产业主管部门同意的其他情况。";
                        en "other circumstances to which the provincial authority agrees.";
                    }
                }
                N47_9 "47.9" May {
                    zh "在中华人民共和国境内就业的外籍人员及港、澳、台地区的专业技术人员，\
                       获准取得计算机专业技术资格（水平）证书者，可按照相关政策规定和程序办理证书登记手续。";
                    en "Foreign nationals employed within the territory of the People's Republic of China, and \
                       professional technical personnel from Hong Kong, Macao and Taiwan, who have been granted a \
                       certificate may register it under the relevant policies and procedures.";
                }
                N47_10 "47.10" Must {
                    zh "凡属下列情形之一的，证书登记实施机构应办理注销登记手续，\
                       作废其计算机专业技术资格（水平）证书，并及时报信息产业部电子教育中心备案。";
                    en "In any of the following cases the registration agency must carry out the revocation of the \
                       registration, cancel the certificate, and promptly file this with the Centre.";
                    N47_10_1 "47.10.1" Must {
                        zh "完全丧失民事行为能力。";
                        en "Complete loss of the capacity for civil conduct.";
                    }
                    N47_10_2 "47.10.2" Must { zh "受到刑事处罚。"; en "A criminal penalty has been imposed."; }
                    N47_10_3 "47.10.3" Must {
                        zh "脱离专业技术岗位连续二年以上。";
                        en "Absence from a professional technical post for two consecutive years or more.";
                    }
                    N47_10_4 "47.10.4" Must {
                        zh "因工作中的失误造成重大损失。";
                        en "An error at work has caused a major loss.";
                    }
                    N47_10_5 "47.10.5" Must {
                        zh "申请证书登记的人员在申请登记过程中有弄虚作假行为，并经当地省、自治区、\
                           直辖市信息产业主管部门调查核实的。";
                        en "The applicant for registration has committed fraud in the course of the application, and \
                           the local provincial authority has investigated and verified it.";
                    }
                }
                N47_11 "47.11" May {
                    zh "当事人对办理注销手续有异议的，\
                       可以在注销登记公布之日起30日内向计算机专业技术资格（水平）证书登记管理办公室申请复议。";
                    en "A party who objects to a revocation may, within 30 days from the day on which the revocation \
                       is published, appeal to the Office for reconsideration.";
                }
                N47_12 "47.12" Must {
                    zh "信息产业部电子教育中心应及时更新计算机专业技术资格（水平）证书登记情况网上查询系统，\
                       供用人单位和社会查询。";
                    en "The Centre must promptly update the online system for querying the registration of \
                       certificates, for employers and the public to consult.";
                }
                N47_13 "47.13" Must {
                    zh "证书登记是窗口服务性工作，各地证书登记实施机构应有专人负责，并严格按照有关规定开展工作，\
                       其联系方式应向社会公布。";
                    en "The registration of certificates is a service to the public; every registration agency must \
                       have a person in charge of it, work strictly by the relevant rules, and publish its contact \
                       details.";
                }
                N47_14 "47.14" Must {
                    zh "计算机专业技术资格（水平）证书登记管理办公室采取适当方式对证书登记实施机构进行年度审核，\
                       凡审核不合格的，责令其限期整改，整改效果不理想的，撤销其证书登记实施机构的资格。";
                    en "The Office reviews the registration agencies every year in a suitable way. An agency that \
                       fails the review is ordered to rectify within a time limit; if the result of the \
                       rectification is not satisfactory, its qualification as a registration agency is withdrawn.";
                }
                N47Form "47.form" States {
                    zh "计算机技术与软件专业技术资格（水平）证书登记申请表" / "专业类别： 资格名称： 登记表编号："
                      / "姓名" / "性别" / "出生年月" / "照片" / "健康状况" / "身份证号码" / "证书编号" / "取得时间"
                      / "联系地址" / "邮政编码" / "所在单位" / "本人联系电话" / "参加继续教育情况（附证明件）"
                      / "日期" / "方式" / "内容" / "核准的学时数" / "所在单位考核结果" / "年 月 日（盖章）"
                      / "登记实施机构意见" / "年 月 日（盖章）" / "备注" / "本人签字： 申请日期： 年 月 日"
                      / "注：此表除黑体外均由本人负责填写。";
                    en "Application Form for Registration of a Certificate of Professional Technical Qualification \
                       (Level) in Computer Technology and Software"
                      / "Professional category: Qualification: Registration form no.:" / "Name" / "Sex"
                      / "Year and month of birth" / "Photograph" / "Health" / "Identity card number"
                      / "Certificate number" / "Date obtained" / "Address" / "Postal code" / "Employer"
                      / "Applicant's telephone" / "Continuing education received (proofs attached)" / "Date" / "Mode"
                      / "Content" / "Hours as approved" / "Result of the employer's assessment"
                      / "Year, month, day (seal)" / "Opinion of the registration agency" / "Year, month, day (seal)"
                      / "Remarks" / "Applicant's signature: Date of application: year, month, day"
                      / "Note: the applicant is responsible for filling in this form, except for the parts in bold.";
                }
            }
            ContinuingEducation {
                N48_0 "48.0" States {
                    zh "各省、自治区、直辖市信息产业主管部门，各有关单位："
                      / "为了进一步做好计算机技术与软件专业技术资格（水平）\
                       （简称计算机专业技术资格（水平））证书登记工作，\
                       保证计算机专业技术资格（水平）证书持有者有效完成接受继续教育或参加业务技术培训\
                       （简称继续教育）的任务，规范组织此项继续教育的有关工作，特提出如下意见，请结合本地区、\
                       本单位实际，从即日起认真组织落实。";
                    en "To the authorities in charge of the information industry of the provinces, autonomous regions \
                       and municipalities directly under the Central Government (the provincial authorities), and to \
                       all units concerned:"
                      / "In order to carry on the registration of certificates of professional technical qualification \
                       (level) in computer technology and software (the certificates) still better, to ensure that \
                       holders effectively complete the task of receiving continuing education or taking part in \
                       professional technical training (continuing education), and to regulate the organization of \
                       this continuing education, the following opinions are given; please organize their \
                       implementation with care from today, in the light of the circumstances of your locality and \
                       unit.";
                }
                N48_1 "48.1" States {
                    zh "继续教育的主要对象是参加计算机专业技术资格（水平）考试，\
                       并获得计算机专业技术资格（水平）证书者。";
                    en "Continuing education is mainly for those who have taken the examination for professional \
                       technical qualification (level) in computing and obtained a certificate.";
                }
                N48_2 "48.2" States {
                    zh "继续教育的主要内容是计算机软件、计算机网络、计算机应用技术、信息系统、\
                       信息服务等领域新的知识、技术、标准和法规。";
                    en "The main content of continuing education is new knowledge, technology, standards and \
                       regulations in fields such as computer software, computer networks, computer applications, \
                       information systems and information services.";
                }
                N48_3 "48.3" Must {
                    zh "计算机专业技术资格（水平）证书登记管理办公室负责制定继续教育管理办法，组织拟定、\
                       审批继续教育培训大纲等，信息产业部电子教育中心负责继续教育的具体组织实施。各省、自治区、\
                       直辖市信息产业主管部门负责监督、管理、指导、协调本行政区域的继续教育工作。";
                    en "The Office is responsible for drawing up the measures for the administration of continuing \
                       education and for organizing the drafting, and the approval, of its syllabus and the like; \
                       the Centre is responsible for organizing and carrying out continuing education. The \
                       provincial authorities are responsible for supervising, administering, guiding and \
                       coordinating continuing education in their administrative regions.";
                }
                N48_4 "48.4" Must {
                    zh "继续教育每三年为一个周期。计算机专业技术资格（水平）证书持有者每次登记时，\
                       必须完成继续教育学时累计数应达到180学时以上，而且每年完成继续教育的学时数不得少于40学时。";
                    en "A cycle of continuing education is three years. At each registration, the credit hours of \
                       continuing education the holder has completed must add up to 180 or more, and the credit \
                       hours completed in each year must be no fewer than 40.";
                }
                N48_5 "48.5" May {
                    zh "完成继续教育可以参加有关继续教育培训机构组织的脱产、半脱产、业余培训的学习，\
                       也可以采取在岗学习的方式。各种学习形式折算成学时数的方法在继续教育培训大纲中规定。";
                    en "Continuing education may be completed by full-time, part-time or spare-time training \
                       organized by a training institution; study on the job may be chosen as well. How each form of \
                       study converts into credit hours is laid down in the syllabus.";
                }
                N48_6 "48.6" May {
                    zh "在下列情形之一的，完成继续教育的时间可以顺延，顺延时间最多为一年："
                      / "有上述情形的人员应由本人提出书面申请，有关单位出具证明。";
                    en "In any of the following cases the time for completing continuing education may be extended, \
                       by one year at most:"
                      / "A person in such a case must submit a written application of their own, and the units \
                       concerned must issue proof.";
                    N48_6_1 "48.6.1" May {
                        zh "年度内在境外工作超过六个月的；";
                        en "work outside the mainland for more than six months within the year;";
                    }
                    N48_6_2 "48.6.2" May {
                        zh "年度内病假超过六个月的；";
                        en "sick leave of more than six months within the year;";
                    }
                    N48_6_3 "48.6.3" May { zh "生育；"; en "childbirth;"; }
                    N48_6_4 "48.6.4" May {
                        zh "省、自治区、直辖市信息产业主管部门同意的其他情形。";
                        en "other circumstances to which the provincial authority agrees.";
                    }
                }
                N48_7 "48.7" Must {
                    zh "继续教育培训机构负责招生宣传、聘请教学人员、组织开展培训、记载培训情况、出具培训证明等工作。";
                    en "Training institutions are responsible for publicity and enrollment, engaging teaching staff, \
                       organizing and conducting training, recording it, issuing proofs of training, and the like.";
                }
                N48_8 "48.8" Must {
                    zh "继续教育培训机构应具备的条件："
                      / "具备以上条件的单位可以向当地证书登记实施机构提出申请，经当地省、自治区、\
                       直辖市信息产业主管部门批准，报信息产业部电子教育中心备案，作为全国信息技术人才培训基地，\
                       方可从事继续教育培训工作。";
                    en "A training institution must meet these conditions:"
                      / "A unit that meets the conditions above may apply to the local registration agency; only when \
                       it has been approved by the local provincial authority and filed with the Centre, as a \
                       National Training Base for Information Technology Talent, may it provide continuing \
                       education.";
                    N48_8_1 "48.8.1" Must {
                        zh "独立法人单位，可依法面向社会举办教育培训班；";
                        en "it is an independent legal person and can, under the law, hold education and training \
                           courses for the public;";
                    }
                    N48_8_2 "48.8.2" Must {
                        zh "具备能承担继续教育培训的师资、教学设备和教学环境等条件；";
                        en "it has the teachers, the teaching equipment, the teaching environment and the like that \
                           continuing education calls for;";
                    }
                    N48_8_3 "48.8.3" Must {
                        zh "在本行政区域信息技术教育培训方面具有较强的管理和技术优势；";
                        en "it has fairly strong advantages in management and technology in information technology \
                           education and training in its administrative region;";
                    }
                    N48_8_4 "48.8.4" Must {
                        zh "在本行政区域具有良好的教育培训质量声誉。";
                        en "it has a good reputation in its administrative region for the quality of its education \
                           and training.";
                    }
                }
                N48_9 "48.9" Must {
                    zh "继续教育培训机构，应严格按照培训大纲和有关规定组织培训。具体工作中，\
                       要对参加培训的所有学员以及每个学员的培训学时数和结业情况作详细的记录，并由负责人签字确认。\
                       培训记录和向学员出具的凭证应保留三年备查。";
                    en "A training institution must organize training strictly by the syllabus and the relevant \
                       rules. In its practical work it must keep detailed records of all trainees who take part, of \
                       each trainee's hours of training and of whether the trainee finished; the person in charge \
                       confirms the records by signature. The training records and the vouchers issued to trainees \
                       must be kept for three years for inspection.";
                }
                N48_10 "48.10" Must {
                    zh "从事继续教育的教学人员，应具备较高的专业知识和技术水平：";
                    en "The teaching staff of continuing education must have a fairly high level of professional \
                       knowledge and technology:";
                    N48_10_1 "48.10.1" Should {
                        zh "承担取得高级计算机专业技术资格（水平）证书人员继续教育培训任务的教学人员，\
                           一般应具备教授职称或高级专业技术职称（资格）以及相应的专业技术水平；";
                        en "teaching staff who train holders of a senior certificate should generally have the title \
                           of professor or a senior professional technical title (qualification), and matching \
                           professional and technical competence;";
                    }
                    N48_10_2 "48.10.2" Should {
                        zh "承担取得中级计算机专业技术资格（水平）证书人员继续教育培训任务的教学人员，\
                           一般应具备副教授以上（含副教授）职称或高级专业技术职称（资格）以及相应的专业技术水平；";
                        en "teaching staff who train holders of an intermediate certificate should generally have the \
                           title of associate professor or above (associate professor included) or a senior \
                           professional technical title (qualification), and matching professional and technical \
                           competence;";
                    }
                    N48_10_3 "48.10.3" Should {
                        zh "承担取得初级计算机专业技术资格（水平）证书人员继续教育培训任务的教学人员，\
                           一般应具备讲师以上（含讲师）职称或中级以上（含中级）专业技术职称\
                           （资格）以及相应的专业技术水平。";
                        en "teaching staff who train holders of a junior certificate should generally have the title \
                           of lecturer or above (lecturer included) or an intermediate or higher (intermediate \
                           included) professional technical title (qualification), and matching professional and \
                           technical competence.";
                    }
                }
                N48_11 "48.11" May {
                    zh "参加继续教育的学员自愿选择继续教育培训机构、继续教育形势以及具体参加时间。";
                    en "Trainees choose of their own free will the training institution, the form of continuing \
                       education and the time at which they take part.";
                }
                N48_12 "48.12" Must {
                    zh "各省、自治区、直辖市信息产业主管部门应采取适当方式对本地继续教育培训机构进行年度检查评估，\
                       检查评估的主要内容："
                      / "对检查评估不合格的单位，应责令其限期整顿，整改效果不理想的，应取消其从事继续教育培训的资格，\
                       并报信息产业部电子教育中心备案。";
                    en "The provincial authorities must inspect and evaluate the training institutions of their \
                       regions every year in a suitable way. The inspection and evaluation mainly cover:"
                      / "A unit that fails the inspection and evaluation must be ordered to rectify within a time \
                       limit; if the result of the rectification is not satisfactory, its qualification to provide \
                       continuing education must be withdrawn and this filed with the Centre.";
                    N48_12_1 "48.12.1" Must {
                        zh "继续教育工作实施情况；";
                        en "how continuing education has been carried out;";
                    }
                    N48_12_2 "48.12.2" Must {
                        zh "教学计划、培训教材的选用、培训时间的安排、师资情况、教学环境与设备情况等；";
                        en "the teaching plans, the choice of training materials, the scheduling of training, the \
                           teachers, the teaching environment and equipment, and the like;";
                    }
                    N48_12_3 "48.12.3" Must {
                        zh "培训的质量、受训人员的满意程度等。";
                        en "the quality of training, the satisfaction of trainees, and the like.";
                    }
                }
            }
        }
    };
}

pub(super) use clause_table;
