using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>A date of a text, with what the words around it say that it is.</summary>
internal readonly partial record struct LabelledDate(DateReading Reading, DateLabel Label)
{
    /// <summary>In characters between a label and its date: <c>Updated 11:40 a.m. ET, Wed September 5, 2018</c>.</summary>
    private const int FurthestLabel = 60;

    /// <summary>
    /// In letters beside a date: with more of them, a text without a label is a sentence or a list rather than a line of a date.
    /// </summary>
    private const int MostLettersBeside = 60;

    /// <summary>Words in small letters that no line of a date has; one may be an agency or the name of an account.</summary>
    private const int WordsOfSentence = 2;

    /// <summary>Whole days and moments of a text, in reading order.</summary>
    /// <param name="before">What stands before the text and may label its first date: the element or the line before. Empty where nothing
    /// does.</param>
    public static List<LabelledDate> Of(string text, DateContext context, string before = "")
    {
        var dates = new List<LabelledDate>();
        var end = 0;
        var all = DateText.All(text, context, out var prepared);
        for (var i = 0; i < all.Count; i++)
        {
            var begin = all[i].Begin;
            var label = Passive().IsMatch(prepared[..begin])
                ? DateLabel.None
                : LabelIn(end == 0 ? before + ' ' + prepared[..begin] : prepared[end..begin]);
            var next = i + 1 < all.Count ? all[i + 1].Begin : prepared.Length;
            end = all[i].End;
            if (label == DateLabel.None && LabelAfter(prepared[..begin], prepared[end..next]) is var (after, length)
                && after != DateLabel.None)
                (label, end) = (after, end + length);
            if (all[i].Reading.Date.Precision >= NewsIndex.Articles.DatePrecision.Day)
                dates.Add(new LabelledDate(all[i].Reading, label));
        }

        // From 3 June to 5 June: what happens, and no day of an article.
        if (dates.Count > 1 && dates.TrueForAll(date => date.Label == DateLabel.None) && all.Count > 1
            && Span().IsMatch(prepared[all[0].End..all[1].Begin]))
            return dates.ConvertAll(date => date with { Label = DateLabel.Other });
        return dates;
    }

    /// <summary>A line that is a date and what stands beside dates: a place, a name, a time; no sentence that speaks of one.</summary>
    public static bool IsDateLine(string text, DateContext context)
    {
        if (DateText.All(text, context, out var prepared) is not [var first, ..])
            return false;
        var beside = prepared[..first.Begin] + ' ' + prepared[first.End..];
        if (beside.Count(char.IsLetter) > MostLettersBeside)
            return false;
        var words = Speaks().Count(OfDateLines().Replace(beside, " "));
        return words < WordsOfSentence && (words == 0 || first.Begin == 0 || prepared[^1] is not ('.' or '!' or '?'));
    }

    private static DateLabel LabelIn(string before)
    {
        before = before.Length > FurthestLabel ? before[^FurthestLabel..] : before;
        var label = (Place: -1, Label: DateLabel.None);
        foreach (var (form, meaning) in ((Regex, DateLabel)[])[(FirstPublished(), DateLabel.FirstPublished), (Changed(), DateLabel.Changed),
            (Other(), DateLabel.Other), (Published(), DateLabel.Published)])
        {
            if (form.Matches(before) is [.., var last] && last.Index + last.Length > label.Place)
                label = (last.Index + last.Length, meaning);
        }

        return label.Label;
    }

    /// <summary>With its length, since it is no label of the date that follows.</summary>
    private static (DateLabel Label, int Length) LabelAfter(string before, string after) =>
        Passive().IsMatch(before)
            ? (Changed().Match(after) is { Success: true } change ? (DateLabel.Changed, change.Index + change.Length)
            : Published().Match(after) is { Success: true } publication
            ? (DateLabel.Published, publication.Index + publication.Length)
            : (DateLabel.None, 0))
        : ChangedAfter().Match(after) is { Success: true } changed ? (DateLabel.Changed, changed.Length)
        : PublishedAfter().Match(after) is { Success: true } published ? (DateLabel.Published, published.Length)
        : (DateLabel.None, 0);

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(originally|initially|first)\s+(published|posted|appeared|aired|printed|issued)\b|\b(ursprünglich|zuerst|erstmals)\s+(veröffentlicht|erschienen|publiziert)|\b(erstveröffentlich\w*|ersterscheinung)|"
        + @"\b(publié(e)?\s+(initialement|à l['’]origine|pour la première fois)|initialement publié(e)?|première publication)|\b(publicad[oa]\s+(originalmente|por primera vez|inicialmente|pela primeira vez)|originalmente publicad[oa]|primera publicación)|"
        + @"\b(pubblicat[oa]\s+(originariamente|originalmente|inizialmente|per la prima volta)|prima pubblicazione)|\b(oorspronkelijk|eerst)\s+(gepubliceerd|verschenen|geplaatst)|\b(ursprungligen|först)\s+publicera\w*|\b(opprinnelig|først)\s+publisert|\b(oprindeligt|først)\s+(publiceret|udgivet)|"
        + @"\balun perin julkaistu|\bpierwotnie opublikowan\w*|\bпервоначально опубликован\w*|\bвпервые опубликован\w*|首发|首次发布|初出|初版公開|최초\s?(등록|입력|작성)",
        Words)]
    private static partial Regex FirstPublished();

    [GeneratedRegex(
        @"\b(re-?)?(publish(ed)?|posted|released|issued|filed|publication date|date of publication|pub\.? date)\b|\b(erschienen|veröffentlicht|publiziert|eingestellt|gepostet|gespeichert|verfasst|erstellt|geschrieben|submitted|written|pressemitteilung vom|meldung vom)\b|\b(publié(e)?|publication|paru(e)?|mis(e)? en ligne)\b|"
        + @"\b(publicad[oa]|publicación|publicação|pubblicat[oa]|pubblicazione|gepubliceerd|geplaatst|publicerad|publisert|publiceret|udgivet|julkaistu|opublikowan\w*|publikováno|zveřejněno|vydáno|objavljeno|publicat|közzétéve|megjelent|yayın\w*)\b|"
        + @"\b(опубликован\w*|дата публикации|опубліковано|δημοσιε\w*|δημοσίευση|diterbitkan|đăng)\b|نشر|منشور|تاریخ انتشار|انتشار|发布|發布|发表|刊登|公開|掲載|投稿|배포|입력|등록|게시|เผยแพร่|प्रकाशित|(?<!\p{L}|(event|due|expiry|start|end|closing|birth)[ -])(date|datum|data|fecha|dato|päivä|дата|author|autor(in)?)\s*:",
        Words)]
    private static partial Regex Published();

    [GeneratedRegex(
        @"\b(updat(ed|es?)|modifi(ed|cation)|revised|corrected|corrections?|amended|edited(?! by)|reviewed|clarified|changed|(last|latest) (change|edit|revision|review))\b|\b(aktualisier\w*|aktualisiert|update vom|geändert|überarbeitet|änderung|korrigiert|berichtigt|ergänzt|bearbeitet)\b|\bstand\s*:?\s*(vom|am|per)?\s*\z|"
        + @"\b(mise?s? à jour|màj|modifié(e)?|corrigé(e)?|actualisé(e)?)|\b(actualiza\w*|modificad[oa]|corregid[oa]|atualiza\w*|alterad[oa]|corrigid[oa]|aggiorna\w*|modificat[oa]|corrett[oa])\b|\b(bijgewerkt|gewijzigd|aangepast|laatste update|uppdatera\w*|ändra[dt]|oppdatert|endret|opdateret|ændret|rettet|päivitetty|muokattu)\b|"
        + @"\b(aktualizac\w*|zaktualizowan\w*|zmodyfikowan\w*|aktualizován\w*|upraveno|změněno|ažurirano|actualizat|frissít\w*|módosít\w*|güncelle\w*|değiştirilme)\b|\b(обновлен\w*|обновлён\w*|изменен\w*|изменён\w*|исправлен\w*|оновлено|ενημερώθηκε|ενημέρωση|τροποποι\w*|diperbarui|diupdate|cập nhật)\b|"
        + @"更新|修改|改訂|修正|最終|수정|업데이트|갱신|تحديث|تعديل|به\u200C?روز|بروزرسانی|ویرایش|अपडेट|संशोधित|อัปเดต|อัพเดต|ปรับปรุง|แก้ไข", Words)]
    private static partial Regex Changed();

    [GeneratedRegex(
        @"\b(born|died|since|until|till|through|expires?|expir(ed|ation)|valid|deadline|accessed|retrieved|archived|crawled|printed|received|accepted|joined|copyright|event date|starts?|begins?|opens?|closes?|ends?|when|save the date|today( is)?|current date)\b|©|\(c\)|"
        + @"\b(geboren|gestorben|seit|bis( zum)?|gültig|abgerufen|frist|termin|beginn|wann|mitglied seit|heute( ist)?)\b|\b(né(e)? le|mort(e)? le|depuis|jusqu['’]au|consulté(e)? le|aujourd['’]hui)\b|\b(nacid[oa]|murió|desde|hasta|consultado|hoy( es)?)\b|\b(nat[oa] il|mort[oa] il|fino al|dal|oggi)\b",
        Words)]
    private static partial Regex Other();

    /// <summary>The verb comes last: wurde am 18. November 2019 um 23:03 Uhr eingestellt.</summary>
    [GeneratedRegex(@"\b(wurde|werd(en)?|werd|blev|ble|is)\s+(zuletzt\s+)?(am|op|den|den)\s*\z", Words)]
    private static partial Regex Passive();

    /// <summary>Of languages whose words of this kind come last, or as a remark in brackets.</summary>
    [GeneratedRegex(
        @"\A[\s\d:.]*(更新|修改|改訂|修正|수정|업데이트)(?!\s?[:：日])|\A[\s\d:.]*[(\[]\s*(last )?(updated|corrected|revised|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|update)\s*[)\]]|\A[\s\d:.]*(tarihinde|günü) güncellen",
        Words)]
    private static partial Regex ChangedAfter();

    [GeneratedRegex(@"\A[\s\d:.]*(发布|發布|公開|掲載|配信|投稿|입력|등록|작성)(?!\s?[:：日])|\A[\s\d:.]*(tarihinde|günü) yayın", Words)]
    private static partial Regex PublishedAfter();

    [GeneratedRegex(@"\A\s*(to|until|till|through|bis|au|al|a|до|tot|til|till|[-–—])\s*(\p{L}+,?\s*)?\z", Words)]
    private static partial Regex Span();

    /// <summary>Small words, and what else stands beside the date of an article without being of a sentence.</summary>
    [GeneratedRegex(
        @"\b(by|on|at|in|the|of|from|for|and|am|pm|a\.m|p\.m|um|uhr|von|vom|der|die|das|den|im|und|ist|le|la|les|à|par|de|du|des|et|el|en|por|del|y|a las|di|il|da|del|della|alle|ore|op|om|door|klo|kl|av|den|dne|o godz|written|reported|words?|min(utes?|s)?|read(ing)?( time)?|comments?|views?|shares?|lesezeit|minuten|kommentare?|posted|published|updated|last|"
        + @"mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun|(mon|tues|wednes|thurs|fri|satur|sun)day|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
        + @"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|г|est|edt|et|gmt|utc|cet|cest|h|hrs?|st|nd|rd|th|v|e)\b",
        Words)]
    private static partial Regex OfDateLines();

    /// <summary>A word in small letters that is none of these, as sentences have; addresses and accounts have a sign in them.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}@./#_-])\p{Ll}{3,}(?![\p{L}@/_]|\.\p{L})")]
    private static partial Regex Speaks();
}
