//! What to do after a verdict, in Russian.

use rastau_core::snapshot::status::Ground;
use rastau_core::verdict::{LevelMatch, NextStep, PostMatch};

/// Returns the sentences of a step. There is one arm per step and no catch-all arm.
pub(crate) const fn next(step: NextStep) -> &'static str {
    match step {
        NextStep::ComparePerson => {
            "Сверьте имя и ИИН с удостоверением личности этого человека: фотография или снимок экрана с кодом проверяется так же, как бумага."
        }
        NextStep::CompareIdentity => {
            "Сверьте ИИН с удостоверением личности этого человека. Другой ИИН — это не его документ. Тот же — возможно, имя изменилось; попросите подтверждение."
        }
        NextStep::Cancelled => "Документ аннулирован. Со дня аннулирования он не подтверждает квалификацию.",
        NextStep::AskForReplacement => "Вместо него выдан новый документ: попросите его у владельца.",
        NextStep::AskForCurrent => {
            "В этот день ({day}) документ не действует: попросите у владельца действующий."
        }
        NextStep::CorrectList => "Выясните, чей это документ, и исправьте список.",
        NextStep::NoteNumber => {
            "Запишите номер документа и день проверки. Ответ ничего не говорит о человеке: опечатка в номере, ошибка центра и подделка выглядят одинаково."
        }
        NextStep::EnterNumber => "Введите номер так, как он указан в документе.",
        NextStep::EnterCode => "Введите код проверки из документа.",
        NextStep::EnterIdentity => "Введите ИИН из удостоверения личности этого человека.",
        NextStep::EnterIssueDate => "Введите дату выдачи из документа.",
        NextStep::EnterName => "Введите имя тем алфавитом, которым оно написано в документе.",
        NextStep::SetClock => "Переведите часы устройства и проверьте снова.",
        NextStep::UpdateRegister => "Получите более новый реестр и проверьте снова.",
        NextStep::RepairRegister => "Получите реестр заново: его часть отсутствует или повреждена.",
        NextStep::UpdateProgram => "Обновите программу и проверьте снова.",
        NextStep::AskOnThatDay => "Проверьте снова в тот день: до него документ могут аннулировать.",
        NextStep::OtherLaw => "Об этом документе решает не этот Закон, а другие правила; смотрите их.",
        NextStep::TwoReadings => {
            "Закон в этот день можно прочитать двояко: не решайте только по этому ответу."
        }
        NextStep::AskRegister => {
            "Спросите держателя реестра или центр по контактам, которые указаны в реестре, и никогда по контактам с бумаги."
        }
    }
}

/// Returns what a cancellation on a ground means from its day on.
pub(crate) const fn cancelled(ground: Ground) -> &'static str {
    match ground {
        Ground::ConfirmedComplaint => {
            "Документ аннулирован по подтверждённой жалобе: {day}. С этого дня он не подтверждает квалификацию."
        }
        Ground::CourtDecision => {
            "Документ аннулирован решением суда: {day}. С этого дня он не подтверждает квалификацию."
        }
        Ground::IssuedInError => {
            "Документ аннулирован, потому что был выдан ошибочно: {day}. С этого дня он не подтверждает квалификацию."
        }
        Ground::HolderRequest => {
            "Документ аннулирован по просьбе владельца: {day}. С этого дня он не подтверждает квалификацию."
        }
        Ground::OtherLaw => {
            "Документ аннулирован по другому закону: {day}. С этого дня он не подтверждает квалификацию."
        }
    }
}

/// Returns how the profession of a document relates to that of a post.
pub(crate) const fn post(profession: PostMatch) -> &'static str {
    match profession {
        PostMatch::Same => "Документ выдан по профессии, нужной для должности.",
        PostMatch::PartOfIt => {
            "Документ выдан по отдельным навыкам профессии, нужной для должности, а не по всей профессии (ст. 20)."
        }
        PostMatch::Another => "Документ выдан по другой профессии, не по той, что нужна для должности.",
        PostMatch::AnotherEdition => {
            "Профессия для должности есть только в другой редакции классификатора, поэтому сравнить её с профессией документа нельзя."
        }
        PostMatch::Unknown => {
            "В классификаторе реестра нет профессии для должности в таком написании, поэтому сравнить её нельзя. Укажите код."
        }
        PostMatch::NotConfirmed => {
            "Профессия этого документа ничем не подтверждена, поэтому сравнить её с профессией для должности нельзя."
        }
        PostMatch::Unreadable => {
            "Часть классификатора реестра не читается, поэтому сравнить профессии нельзя."
        }
    }
}

/// Returns whether the level is that of the post.
pub(crate) const fn level(level: LevelMatch) -> &'static str {
    match level {
        LevelMatch::Same => "Уровень тот же.",
        LevelMatch::NotTheSameText => "Уровень записан иначе; какой из двух выше, здесь неизвестно.",
    }
}

/// What a comparison with a post does not say.
pub(crate) const POST_LIMIT: &str =
    "Это не означает, что Закон разрешает этому человеку такую работу (ст. 15, п. 5).";
